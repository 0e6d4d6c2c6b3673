//! Which steps start: at acceptance, when a step is done, when one is sent back.

use crate::event::{Event, Opened, Started};
use crate::facts::Facts;
use crate::legs::{self, Standing};
use crate::state::{Ended, State, evolve};
use calendar::{Calendar, CalendarError, ProcessingTime, Unit};
use catalog::{Leg, Step};
use kernel::{ComponentCode, LegCode, StepCode};
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// What may start, and what may not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Freed {
    /// The steps that lie open from now on.
    pub opened: Vec<Opened>,
    /// The legs that aren't worked.
    pub skipped: Vec<LegCode>,
    /// The leg that starts once the applicant has paid.
    pub awaiting: Option<LegCode>,
}

/// The first step of every leg that waits for nothing: handed over at once to every agency concerned (NĐ 118/2025 Đ20.2).
/// `handed`: the components in hand, by which some legs go.
pub fn at_acceptance(facts: &Facts<'_>, handed: &BTreeSet<ComponentCode>) -> Started {
    let decided = legs::by_what_was_handed_in(facts.process, handed);
    let mut started = Started { opened: Vec::new(), skipped: Vec::new(), decided };
    let freed = freed(&evolve(State::default(), &Event::Started(started.clone())), facts);
    (started.opened, started.skipped) = (freed.opened, freed.skipped);
    started
}

/// What starts when `step` is done: the next step of its leg; or, where it was the leg's last, every leg that has waited
/// for this one and waits for none other that is still to be done. `after`: the state with the step completed and nothing
/// opened yet.
pub(crate) fn after(after: &State, facts: &Facts<'_>, step: &StepCode) -> Freed {
    let Some((leg, place)) = facts.process.place_of(step) else { return Freed::default() };
    match leg.steps.get(place + 1) {
        Some(next) => {
            let opened = vec![opened(facts, leg, next, after.used_by(&next.code))];
            Freed { opened, ..Freed::default() }
        }
        None => freed(after, facts),
    }
}

/// Every leg that may start now: it hasn't started, and all that comes before it is done with. One whose condition isn't
/// met counts as done for those that wait for it.
fn freed(state: &State, facts: &Facts<'_>) -> Freed {
    let mut freed = Freed::default();
    let mut finished = legs::finished(state, facts.process);
    for leg in facts.process.in_order() {
        let waits = match legs::standing(state, leg) {
            Standing::Ahead | Standing::SentBack => true,
            // Paid for, it waits for what was sent back meanwhile.
            Standing::AwaitingPayment => is_paid(state),
            Standing::Open | Standing::Resting | Standing::Done | Standing::Skipped => false,
        };
        if !waits || !facts.process.before(leg).iter().all(|code| finished.contains(code)) {
            continue;
        }
        if legs::met(state, leg) != Some(true) {
            finished.insert(&leg.code);
            freed.skipped.push(leg.code.clone());
        } else if leg.payment.is_some() && !is_paid(state) {
            freed.awaiting = Some(leg.code.clone());
        } else {
            freed.opened.extend(at_the_start_of(state, facts, &leg.code));
        }
    }
    freed
}

/// Nothing to pay is paid; so is what nobody told, as the leg in which it would have been isn't worked.
fn is_paid(state: &State) -> bool {
    state.paid || state.told.is_none_or(|sum| sum == 0)
}

/// The step a leg starts with: its first, or the one from which it was sent back to the lead.
pub(crate) fn at_the_start_of(state: &State, facts: &Facts<'_>, leg: &LegCode) -> Option<Opened> {
    let sent_back = state.last_turn_of(leg).filter(|turn| turn.ended == Ended::SentBack);
    let leg = facts.process.leg(leg)?;
    let again = sent_back.and_then(|turn| leg.steps.iter().find(|step| step.code == turn.opened.step));
    let step = again.or(leg.steps.first())?;
    Some(opened(facts, leg, step, state.used_by(&step.code)))
}

/// A step that was done before, open again with what is left of its time: one of [`targets`].
pub(crate) fn again(state: &State, facts: &Facts<'_>, from: &StepCode, to: &StepCode) -> Option<Opened> {
    let target = targets(state, facts, from).into_iter().find(|step| step == to)?;
    opened_again(facts, &target, state.used_by(to))
}

/// A step that rested, open again with its share less what was used of it.
pub(crate) fn opened_again(facts: &Facts<'_>, step: &StepCode, used: i64) -> Option<Opened> {
    let (leg, place) = facts.process.place_of(step)?;
    Some(opened(facts, leg, &leg.steps[place], used))
}

/// The steps that `step` may be sent back to: the earlier ones of its leg; for a coordinating agency also those of the
/// lead's legs before it, as far as they are done.
pub fn targets(state: &State, facts: &Facts<'_>, step: &StepCode) -> Vec<StepCode> {
    let Some((leg, place)) = facts.process.place_of(step) else { return Vec::new() };
    let earlier = leg.steps[..place].iter();
    let is_leads = |leg: &Leg| leg.agency_under(facts.receiving) == facts.receiving;
    let before = if is_leads(leg) { Default::default() } else { facts.process.before(leg) };
    let leads = facts.process.legs.iter().filter(|other| before.contains(&other.code) && is_leads(other));
    let done = leads.filter(|other| legs::standing(state, other) == Standing::Done);
    done.flat_map(|other| &other.steps).chain(earlier).map(|step| step.code.clone()).collect()
}

/// A step opening now, with its share less what its earlier turns used, never below zero.
fn opened(facts: &Facts<'_>, leg: &Leg, step: &Step, used: i64) -> Opened {
    let agency = leg.agency_under(facts.receiving);
    let calendar = facts.calendar_of(agency);
    let share = share_in_minutes(calendar, facts.now, step.share).expect("the calendar covers the share");
    let given_minutes = (share - used).max(0);
    Opened {
        leg: leg.code.clone(),
        step: step.code.clone(),
        agency: agency.clone(),
        role: step.role,
        at: facts.now,
        given_minutes,
        due: used_up(calendar, facts.now, given_minutes).expect("the calendar covers the share"),
    }
}

/// When a share that begins now is used up.
///
/// # Errors
/// [`CalendarError::OutOfRange`] where the calendar doesn't reach so far. Where it does, it also reaches any shorter
/// time from now.
pub fn end_of_share(
    calendar: &Calendar,
    now: OffsetDateTime,
    share: ProcessingTime,
) -> Result<OffsetDateTime, CalendarError> {
    used_up(calendar, now, share_in_minutes(calendar, now, share)?)
}

/// When so many minutes from now are used up, to the minute: a moment counts as its minute, as it does when the minutes
/// used are counted.
pub(crate) fn used_up(
    calendar: &Calendar,
    now: OffsetDateTime,
    minutes: i64,
) -> Result<OffsetDateTime, CalendarError> {
    calendar.after_working_minutes(now.truncate_to_minute(), minutes)
}

/// A share in working minutes: working units by the nominal day, calendar units as the working time that lies
/// between now and the day they end on.
pub(crate) fn share_in_minutes(
    calendar: &Calendar,
    now: OffsetDateTime,
    share: ProcessingTime,
) -> Result<i64, CalendarError> {
    let (amount, day) = (i64::from(share.amount()), i64::from(calendar.data().minutes_per_day));
    Ok(match share.unit() {
        Unit::WorkingHours => amount * 60,
        Unit::WorkingDays => amount * day,
        Unit::SameDay => day,
        Unit::CalendarDays | Unit::Months => {
            let end = calendar.due(now, share)?;
            calendar.working_minutes(now, end.at)?
        }
    })
}
