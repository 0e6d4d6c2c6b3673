//! What several commands ask of a submission and of who acts on it.

use crate::event::Submitted;
use crate::state::State;
use kernel::{Actor, AgencyCode, Role, Rule, Violation};

/// The submission, if it hasn't ended at the desk.
pub(crate) fn not_ended(state: &State) -> Result<&Submitted, Violation> {
    let Some(submitted) = &state.submitted else {
        return Err(Violation::of(Rule::StageOrder).with("stage", "nothing submitted"));
    };
    match state.ended {
        Some(ended) => Err(Violation::of(Rule::StageOrder).with("stage", ended.as_str())),
        None => Ok(submitted),
    }
}

/// The submission, if it still lies open at the desk.
pub(crate) fn open(state: &State) -> Result<&Submitted, Violation> {
    let submitted = not_ended(state)?;
    match &state.accepted {
        Some(_) => Err(Violation::of(Rule::StageOrder).with("stage", "accepted")),
        None => Ok(submitted),
    }
}

/// A clerk of the receiving agency (3.b¶2, `right-desk`).
pub(crate) fn at_the_counter(actor: &Actor, agency: &AgencyCode) -> Result<(), Violation> {
    if actor.is_at(Role::Clerk, agency) {
        return Ok(());
    }
    let violation = Violation::of(Rule::RightDesk).with("agency", agency.to_string());
    Err(violation.with("role", Role::Clerk.as_str()))
}
