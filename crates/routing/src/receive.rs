//! A coordinating agency receives its leg.

use crate::event::{Event, LegReceived};
use crate::facts::Facts;
use crate::state::State;
use kernel::{Actor, AgencyCode, LegCode, Rule, StepCode, UserId, Violation};

/// Confirms that a leg has arrived (NĐ 118/2025 Đ20.2). Its time runs from the hand-over, electronic and at once, not from
/// the receipt.
///
/// # Errors
/// As [`ready`].
pub fn decide(state: &State, facts: &Facts<'_>, leg: &LegCode) -> Result<LegReceived, Violation> {
    let by = ready(state, facts.actor, facts.receiving, leg)?;
    Ok(LegReceived { at: facts.now, leg: leg.clone(), by })
}

/// Whether the actor may confirm the receipt of this leg now; who it is.
///
/// # Errors
/// - `stage-order`: no step of it lies open, or it is the lead's own, which nobody hands over.
/// - `changed-meanwhile`: it was received before.
/// - `right-desk` (3.b¶2): by nobody who works at its agency.
pub fn ready(
    state: &State,
    actor: &Actor,
    receiving: &AgencyCode,
    leg: &LegCode,
) -> Result<UserId, Violation> {
    let agency = state.open.iter().find(|open| open.opened.leg == *leg).map(|open| &open.opened.agency);
    let Some(agency) = agency.filter(|agency| *agency != receiving) else {
        return Err(Violation::of(Rule::StageOrder).with("leg", leg.as_str()));
    };
    if state.received.contains(leg) {
        return Err(Violation::of(Rule::ChangedMeanwhile).with("leg", leg.as_str()));
    }
    let works = actor.staff().filter(|staff| staff.is_at_work() && staff.agency == *agency);
    let refused = || Violation::of(Rule::RightDesk).with("agency", agency.to_string());
    works.map(|staff| staff.user).ok_or_else(refused)
}

/// Whoever does something to a step has received its leg: the receipt that goes before, where there was none.
pub(crate) fn implied(state: &State, facts: &Facts<'_>, step: &StepCode) -> Option<Event> {
    let leg = &state.open_step(step)?.opened.leg;
    decide(state, facts, leg).ok().map(Event::LegReceived)
}
