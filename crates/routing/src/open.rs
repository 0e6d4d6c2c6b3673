//! Which steps start: at acceptance, and when a step is done.

use crate::event::Opened;
use crate::facts::Facts;
use crate::state::State;
use calendar::{Calendar, CalendarError, ProcessingTime, Unit};
use catalog::{Leg, Step};
use kernel::StepCode;
use time::OffsetDateTime;

/// The first step of every leg that waits for nothing.
pub fn at_acceptance(facts: &Facts<'_>) -> Vec<Opened> {
    let legs = facts.process.legs.iter().filter(|leg| leg.after.is_empty());
    legs.filter_map(|leg| leg.steps.first().map(|step| opened(facts, leg, step, 0))).collect()
}

/// What starts when `step` is done: the next step of its leg; or, where it was the leg's last, the first step of
/// every leg that has waited for this one and waits for none other that is still to be done.
pub fn after(state: &State, facts: &Facts<'_>, step: &StepCode) -> Vec<Opened> {
    let Some((leg, place)) = find(facts, step) else { return Vec::new() };
    if let Some(next) = leg.steps.get(place + 1) {
        return vec![opened(facts, leg, next, state.used_by(&next.code))];
    }
    let done = |code| code == &leg.code || facts.process.leg(code).is_some_and(|leg| is_done(state, leg));
    let freed = facts.process.legs.iter().filter(|l| l.after.contains(&leg.code) && l.after.iter().all(done));
    freed.filter_map(|leg| leg.steps.first().map(|step| opened(facts, leg, step, 0))).collect()
}

/// An earlier step of the same leg, open again with what is left of its time.
pub(crate) fn again(state: &State, facts: &Facts<'_>, from: &StepCode, to: &StepCode) -> Option<Opened> {
    let (leg, place) = find(facts, from)?;
    let earlier = leg.steps[..place].iter().find(|step| step.code == *to)?;
    Some(opened(facts, leg, earlier, state.used_by(to)))
}

/// A step that rested, open again with its share less what was used of it.
pub(crate) fn opened_again(facts: &Facts<'_>, step: &StepCode, used: i64) -> Option<Opened> {
    let (leg, place) = find(facts, step)?;
    Some(opened(facts, leg, &leg.steps[place], used))
}

/// The steps of the same leg before this one.
pub fn earlier_steps(facts: &Facts<'_>, step: &StepCode) -> Vec<StepCode> {
    let before = find(facts, step).map(|(leg, place)| &leg.steps[..place]).unwrap_or_default();
    before.iter().map(|step| step.code.clone()).collect()
}

fn find<'a>(facts: &Facts<'a>, step: &StepCode) -> Option<(&'a Leg, usize)> {
    facts.process.legs.iter().find_map(|leg| Some((leg, leg.steps.iter().position(|s| s.code == *step)?)))
}

fn is_done(state: &State, leg: &Leg) -> bool {
    leg.steps.last().is_some_and(|last| state.is_done(&last.code))
}

/// A step opening now, with its share less what its earlier turns used, never below zero.
fn opened(facts: &Facts<'_>, leg: &Leg, step: &Step, used: i64) -> Opened {
    let agency = leg.agency.as_ref().unwrap_or(facts.receiving);
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
fn used_up(calendar: &Calendar, now: OffsetDateTime, minutes: i64) -> Result<OffsetDateTime, CalendarError> {
    calendar.after_working_minutes(now.truncate_to_minute(), minutes)
}

/// A share in working minutes: working units by the nominal day, calendar units as the working time that lies
/// between now and the day they end on.
fn share_in_minutes(
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
