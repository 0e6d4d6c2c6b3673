//! The result is recorded.

use crate::bundle;
use crate::desk::{DECIDING, one_of};
use crate::event::{Kind, Paper, Recorded};
use crate::facts::Facts;
use crate::state::State;
use kernel::{Rule, UserId, Violation};

/// Records the result with its paper. That the steps are done is seen to where the order of stages is.
///
/// Where it is a bundle, the papers of all its members are collected first, and the result is what they say (2.d); a paper
/// that covers them may come with it. The counter collects: there a clerk may record it too.
///
/// # Errors
/// - `denial-needs-reasons` (3.b¶2): a denial that doesn't say why.
/// - `lead-and-coordinators` (2.d): a member's paper is missing.
/// - `right-desk`: not by an officer, deputy or head of the agency that answers for the dossier.
/// - `changed-meanwhile`: there is a result already.
/// - `stage-order`: no paper, and no members that have theirs; or a bundle denied of which a member was granted, or granted
///   of which all were denied.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    result: Kind,
    paper: Option<Paper>,
    reasons: String,
) -> Result<Recorded, Violation> {
    let by = ready(state, facts)?;
    reasoned(result, &reasons)?;
    if facts.members.is_empty() && paper.is_none() {
        return Err(Violation::of(Rule::StageOrder).with("lacking", "paper"));
    }
    bundle::comes_to(state, facts.members, result)?;
    Ok(Recorded { at: facts.now, by, result, paper, reasons })
}

/// Whether the actor may record a result now; who it is.
///
/// # Errors
/// `lead-and-coordinators`, `right-desk`, `changed-meanwhile`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<UserId, Violation> {
    still_to_come(state)?;
    bundle::is_complete(state, facts.members)?;
    let roles: &[_] = if facts.members.is_empty() { &DECIDING } else { &bundle::COLLECTING };
    one_of(roles, facts.actor, facts.agency)
}

/// The dossier has no result yet (`changed-meanwhile`).
pub(crate) fn still_to_come(state: &State) -> Result<(), Violation> {
    match state.kind() {
        Some(kind) => Err(Violation::of(Rule::ChangedMeanwhile).with("result", kind.as_str())),
        None => Ok(()),
    }
}

/// A denial says why (`denial-needs-reasons`).
pub(crate) fn reasoned(result: Kind, reasons: &str) -> Result<(), Violation> {
    if result == Kind::Denied && reasons.trim().is_empty() {
        return Err(Violation::of(Rule::DenialNeedsReasons));
    }
    Ok(())
}
