//! The result is recorded.

use crate::event::{Kind, Paper, Recorded};
use crate::facts::Facts;
use crate::state::State;
use kernel::{Role, Rule, UserId, Violation};

/// Records the result with its paper. That the steps are done is seen to where the order of stages is.
///
/// # Errors
/// - `denial-needs-reasons` (3.b¶2): a denial that doesn't say why.
/// - `right-desk`: not by an officer, deputy or head of the agency that answers for the dossier.
/// - `changed-meanwhile`: there is a result already.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    result: Kind,
    paper: Paper,
    reasons: String,
) -> Result<Recorded, Violation> {
    let by = ready(state, facts)?;
    if result == Kind::Denied && reasons.trim().is_empty() {
        return Err(Violation::of(Rule::DenialNeedsReasons));
    }
    Ok(Recorded { at: facts.now, by, result, paper, reasons })
}

/// Whether the actor may record a result now; who it is.
///
/// # Errors
/// `right-desk`, `changed-meanwhile`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<UserId, Violation> {
    if let Some(kind) = state.kind() {
        return Err(Violation::of(Rule::ChangedMeanwhile).with("result", kind.as_str()));
    }
    let may = [Role::Officer, Role::Deputy, Role::Head]
        .into_iter()
        .any(|role| facts.actor.is_at(role, facts.agency));
    match facts.actor.user() {
        Some(user) if may => Ok(user),
        _ => Err(Violation::of(Rule::RightDesk).with("agency", facts.agency.to_string())),
    }
}
