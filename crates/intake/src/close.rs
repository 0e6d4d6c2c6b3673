//! A dossier that wasn't completed is closed.

use crate::event::Closed;
use crate::facts::Facts;
use crate::state::State;
use crate::supply::out;
use kernel::{Actor, Role, Rule, Violation};

/// Closes a dossier whose supplement wasn't brought in 15 days (NĐ 118/2025 Đ19.5): by the system, or by a clerk of the
/// receiving agency.
///
/// # Errors
/// - `right-desk`: by anybody else.
/// - `stage-order`: no supplement is out, or its days aren't over.
pub fn decide(state: &State, facts: &Facts<'_>) -> Result<Closed, Violation> {
    ready(state, facts)?;
    Ok(Closed { at: facts.now })
}

/// Whether it may be closed now.
///
/// # Errors
/// As [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<(), Violation> {
    let (submitted, requested) = out(state)?;
    if *facts.actor != Actor::System && !facts.actor.is_at(Role::Clerk, &submitted.agency) {
        return Err(Violation::wrong_desk(Role::Clerk, &submitted.agency));
    }
    if facts.calendar.missed(&requested.due, facts.now) {
        Ok(())
    } else {
        Err(Violation::of(Rule::StageOrder).with("supplement_due", requested.due.at))
    }
}
