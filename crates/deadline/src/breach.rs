//! A missed appointment is put on record.

use crate::event::{Breached, Holder};
use crate::facts::Facts;
use crate::state::State;
use crate::stop::running;
use kernel::{Actor, Rule, Violation};

/// Records that the present appointment was missed, with whom the dossier lay; a missed second appointment, given with an
/// apology, is the graver breach (domain: Overdue dossiers). Once for each appointment.
///
/// # Errors
/// - `stage-order`: the clock doesn't run, the appointment isn't over, or its breach is on record.
/// - `right-desk`: not by the system itself.
pub fn decide(state: &State, facts: &Facts<'_>, holders: Vec<Holder>) -> Result<Breached, Violation> {
    if *facts.actor != Actor::System {
        return Err(Violation::of(Rule::RightDesk).with("role", "system"));
    }
    record(state, facts, || holders)
}

/// The breach that is to be put on record before anything else is done to the dossier, whoever does it: no act comes
/// between a missed appointment and its record.
///
/// # Errors
/// `stage-order`, as [`decide`].
pub fn record(
    state: &State,
    facts: &Facts<'_>,
    holders: impl FnOnce() -> Vec<Holder>,
) -> Result<Breached, Violation> {
    let clock = running(state)?;
    if !facts.calendar.missed(&clock.appointment, facts.now) || state.is_breached() {
        return Err(Violation::of(Rule::StageOrder).with("appointment", clock.appointment.at));
    }
    let second = state.rescheduled.is_some();
    Ok(Breached { at: facts.now, appointment: clock.appointment.at, second, holders: holders() })
}
