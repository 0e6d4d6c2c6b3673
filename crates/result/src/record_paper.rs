//! A member's paper is recorded.

use crate::desk::{DECIDING, member, one_of};
use crate::event::{Kind, MemberPaper, Paper};
use crate::facts::Facts;
use crate::record::{reasoned, still_to_come};
use crate::state::State;
use kernel::{LegCode, Rule, UserId, Violation};

/// Records the paper that a leg of a bundle ends in, granted or denied. It is kept at the lead's counter until all are there,
/// or handed out early where the procedure says so (2.d). That the leg's steps are done is seen to where the desks are.
///
/// # Errors
/// - `denial-needs-reasons` (3.b¶2): a denial that doesn't say why.
/// - `right-desk` (3.b¶2): not by an officer, deputy or head of the member's agency.
/// - `changed-meanwhile`: its paper, or the dossier's result, is recorded already.
/// - `stage-order`: the leg ends in no paper of its own.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    leg: LegCode,
    result: Kind,
    paper: Paper,
    reasons: String,
) -> Result<MemberPaper, Violation> {
    let by = ready(state, facts, &leg)?;
    reasoned(result, &reasons)?;
    Ok(MemberPaper { at: facts.now, by, leg, result, paper, reasons })
}

/// Whether the actor may record the leg's paper now; who it is.
///
/// # Errors
/// `right-desk`, `changed-meanwhile`, `stage-order`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>, leg: &LegCode) -> Result<UserId, Violation> {
    still_to_come(state)?;
    let member = member(facts, leg)?;
    if let Some(recorded) = state.paper_of(leg) {
        let violation = Violation::of(Rule::ChangedMeanwhile).with("leg", leg.as_str());
        return Err(violation.with("result", recorded.result.as_str()));
    }
    one_of(&DECIDING, facts.actor, &member.agency)
}
