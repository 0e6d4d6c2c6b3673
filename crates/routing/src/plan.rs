//! When each leg began and ended, and when it may be expected to: the dates of the legs and of the whole, and the path that
//! decides when the whole is done.

use crate::done::used_minutes;
use crate::event::Opened;
use crate::facts::Facts;
use crate::legs::{Standing, met, standing};
use crate::open::{share_in_minutes, used_up};
use crate::state::State;
use catalog::Leg;
use kernel::{AgencyCode, LegCode};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// A leg in time. Moments are by its agency's calendar; none where that doesn't reach so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegInTime {
    /// Which.
    pub leg: LegCode,
    /// The agency that answers for it.
    pub agency: AgencyCode,
    /// How it stands.
    pub standing: Standing,
    /// Its share, in working minutes.
    pub given_minutes: i64,
    /// What it took of that so far.
    pub used_minutes: i64,
    /// When it began, or may begin if all that comes before takes its share.
    pub from: Option<OffsetDateTime>,
    /// When its share is used up, or was.
    pub due: Option<OffsetDateTime>,
    /// When it was done, or may be expected to be: by its share, or at once where that is used up.
    pub done: Option<OffsetDateTime>,
    /// Whether it lies on the path that decides when the whole is done.
    pub critical: bool,
}

/// Every leg at the facts' moment, those that others wait for first. Who starts late because of others has all of their
/// share all the same; what one saves is passed on to those that wait, who begin earlier.
pub fn plan(state: &State, facts: &Facts<'_>) -> Vec<LegInTime> {
    let mut plan: Vec<LegInTime> = Vec::new();
    for leg in facts.process.in_order() {
        let ready = leg.after.iter().filter_map(|code| in_time(&plan, code)?.done).max();
        plan.push(leg_in_time(state, facts, leg, ready));
    }
    for code in critical(&plan, facts) {
        plan.iter_mut().filter(|leg| leg.leg == code).for_each(|leg| leg.critical = true);
    }
    plan
}

fn in_time<'a>(plan: &'a [LegInTime], code: &LegCode) -> Option<&'a LegInTime> {
    plan.iter().find(|leg| leg.leg == *code)
}

/// `ready`: when all that comes before is done.
fn leg_in_time(state: &State, facts: &Facts<'_>, leg: &Leg, ready: Option<OffsetDateTime>) -> LegInTime {
    let agency = leg.agency_under(facts.receiving);
    let calendar = facts.calendar_of(agency);
    let stands = stands(state, leg);
    let turns = turns(state, facts, &leg.code);
    let began = turns.first().map(|(opened, _)| opened.at);
    let from = began.or(ready.map(|ready| ready.max(facts.now)).or(Some(facts.now)));
    let given = from.and_then(|from| share_in_minutes(calendar, from, leg.share).ok()).unwrap_or_default();
    let used: i64 = turns.iter().map(|(_, used)| used).sum();
    let goes_on =
        if stands == Standing::Open { facts.now } else { ready.unwrap_or(facts.now).max(facts.now) };
    let expected = used_up(calendar, goes_on, (given - used).max(0)).ok();
    let due = share_used_up(facts, agency, &turns, given);
    let (from, due, done) = match stands {
        Standing::Skipped => (None, None, ready),
        Standing::Done => (from, due, state.last_turn_of(&leg.code).map(|turn| turn.at)),
        Standing::Open => (from, due, expected),
        // It goes on later: unless its share is used up already, that moves with what it waits for.
        _ if used > given => (from, due, expected),
        _ => (from, expected, expected),
    };
    LegInTime {
        leg: leg.code.clone(),
        agency: agency.clone(),
        standing: stands,
        given_minutes: given,
        used_minutes: used,
        from,
        due,
        done,
        critical: false,
    }
}

/// How a leg stands as far as is known: one that goes by what was handed in takes no time from acceptance on.
fn stands(state: &State, leg: &Leg) -> Standing {
    match standing(state, leg) {
        Standing::Ahead if met(state, leg) == Some(false) => Standing::Skipped,
        stands => stands,
    }
}

/// The turns of a leg that count, each with what it took, the open one's until now.
fn turns<'a>(state: &'a State, facts: &Facts<'_>, leg: &LegCode) -> Vec<(&'a Opened, i64)> {
    let ended = state.counted_turns().map(|turn| (&turn.opened, turn.used_minutes));
    let open = state.open.iter().map(|open| (&open.opened, used_minutes(facts, open)));
    ended.chain(open).filter(|(opened, _)| opened.leg == *leg).collect()
}

/// When the turns had used up so many minutes; where they haven't, when the last one would have.
fn share_used_up(
    facts: &Facts<'_>,
    agency: &AgencyCode,
    turns: &[(&Opened, i64)],
    given: i64,
) -> Option<OffsetDateTime> {
    let (last, before) = turns.split_last()?;
    let mut left = given;
    for (opened, used) in before {
        if *used > left {
            return used_up(facts.calendar_of(agency), opened.at, left).ok();
        }
        left -= used;
    }
    used_up(facts.calendar_of(agency), last.0.at, left).ok()
}

/// The path to the leg that is done last, each time by the one that is waited for longest. A leg that isn't worked decides
/// nothing: the path leads past it.
fn critical(plan: &[LegInTime], facts: &Facts<'_>) -> Vec<LegCode> {
    let ends: BTreeMap<&LegCode, OffsetDateTime> =
        plan.iter().filter_map(|leg| Some((&leg.leg, leg.done?))).collect();
    let latest = |codes: &mut dyn Iterator<Item = &LegCode>| {
        codes.filter(|code| ends.contains_key(code)).max_by_key(|code| ends[*code]).cloned()
    };
    let mut path = Vec::new();
    let mut at = latest(&mut plan.iter().rev().map(|leg| &leg.leg));
    while let Some(code) = at {
        at = facts.process.leg(&code).and_then(|leg| latest(&mut leg.after.iter()));
        path.push(code);
    }
    let worked = |code: &LegCode| in_time(plan, code).is_some_and(|leg| leg.standing != Standing::Skipped);
    path.retain(worked);
    path.reverse();
    path
}
