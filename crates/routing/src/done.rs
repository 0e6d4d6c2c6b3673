//! A step is completed.

use crate::desk::held_by;
use crate::event::{Outcome, StepDone};
use crate::facts::Facts;
use crate::open;
use crate::state::{OpenStep, State};
use kernel::{StepCode, Violation};

/// Completes a step: the working time since it opened goes to who did it, and what follows lies open.
///
/// # Errors
/// - `right-desk` (3.b¶2): it lies with another agency, role or person.
/// - `changed-meanwhile`: it no longer lies open.
/// - `stage-order`: it hasn't been opened yet.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    step: &StepCode,
    note: String,
    outcome: Option<Outcome>,
) -> Result<StepDone, Violation> {
    let (open, staff) = held_by(state, facts.actor, step)?;
    Ok(StepDone {
        at: facts.now,
        step: step.clone(),
        by: staff.user,
        used_minutes: used_minutes(facts, open),
        note,
        outcome,
        opened: open::after(state, facts, step),
    })
}

/// The working time since a step opened, in minutes of its agency's calendar.
///
/// Never below zero: the clocks of two servers may differ, and an act may seem to come before what it follows. What
/// lies before the first day the calendar covers isn't counted.
pub(crate) fn used_minutes(facts: &Facts<'_>, open: &OpenStep) -> i64 {
    let calendar = facts.calendar_of(&open.opened.agency);
    let first_covered = calendar.covers().0.midnight().assume_offset(calendar.data().utc_offset);
    let since = open.opened.at.max(first_covered).min(facts.now);
    calendar.working_minutes(since, facts.now).expect("the calendar covers now")
}
