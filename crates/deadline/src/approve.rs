//! A rescheduling is approved.

use crate::event::{Approved, Proposed};
use crate::facts::Facts;
use crate::propose::{open, within_third};
use crate::signature::signatory;
use crate::state::State;
use crate::stop::running;
use crate::window::Window;
use kernel::{Role, Rule, Staff, Violation};

/// Approves the proposal that waits: the letter goes out under the approver's name, and the appointment is the new one.
///
/// Everything lawful about the proposal must still be so: a day may have passed, or a calendar changed.
///
/// # Errors
/// All 3.b¶3, with the window as facts:
/// - `head-approves`: not by the head of the agency that answers for the dossier or a deputy in the field entrusted, or
///   by whoever proposed it.
/// - `reschedule-once`, `apology-before-appointed-day`, `extension-within-third`, as for the proposal.
/// - `stage-order`: nothing waits for approval, or the clock doesn't run.
pub fn decide(state: &State, facts: &Facts<'_>) -> Result<Approved, Violation> {
    let (_, proposed, staff, role) = ready(state, facts)?;
    let clock = running(state)?;
    let covered = "the calendar covers the dossier";
    let from = clock.appointment.at;
    Ok(Approved {
        at: facts.now,
        by: staff.user,
        role,
        proposed_by: proposed.by,
        reason: proposed.reason.clone(),
        apology: proposed.apology.clone(),
        from,
        to: proposed.to,
        added_seconds: facts.calendar.added(clock.time, from, proposed.to.at).expect(covered),
        total_seconds: facts.calendar.total(clock.start, clock.time).expect(covered).minutes() * 60,
    })
}

/// Whether the actor may approve now: what is lawful, what waits, and who they are.
///
/// # Errors
/// As [`decide`].
pub fn ready<'a>(
    state: &'a State,
    facts: &Facts<'a>,
) -> Result<(Window, &'a Proposed, &'a Staff, Role), Violation> {
    let window = open(state, facts)?;
    let (proposed, staff, role) = to_be_decided(state, facts)?;
    within_third(running(state)?, facts, &window, proposed.to.at)?;
    Ok((window, proposed, staff, role))
}

/// What waits for approval, and who may decide about it.
///
/// # Errors
/// `head-approves`, `stage-order`.
pub(crate) fn to_be_decided<'a>(
    state: &'a State,
    facts: &Facts<'a>,
) -> Result<(&'a Proposed, &'a Staff, Role), Violation> {
    let nothing = || Violation::of(Rule::StageOrder).with("proposal", "none waits");
    let proposed = state.proposal.as_ref().ok_or_else(nothing)?;
    let (staff, role) = signatory(facts)?;
    if staff.user == proposed.by {
        return Err(Violation::of(Rule::HeadApproves).with("proposed_by", proposed.by.to_string()));
    }
    Ok((proposed, staff, role))
}
