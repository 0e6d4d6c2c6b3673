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
/// Everything lawful about the proposal must still be so: a day may have passed, or a calendar changed. Where another
/// agency holds the dossier up, that agency has put its name to the reason before (2.d), and the letter names it.
///
/// # Errors
/// All 3.b¶3, with the window as facts:
/// - `head-approves`: not by the head of the agency that answers for the dossier or a deputy in the field entrusted; by
///   whoever proposed or endorsed it; not yet endorsed by the agency that holds the dossier up (`endorsement_of`).
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
        caused_by: proposed.agency.clone(),
        endorsed_by: state.endorsed.as_ref().map(|endorsed| endorsed.by),
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
    let proposed = waiting(state)?;
    let (staff, role) = signatory(facts, facts.agency)?;
    is_the_second_to_look(state, proposed, staff)?;
    if let Some(agency) = state.awaits_endorsement_of() {
        return Err(Violation::of(Rule::HeadApproves).with("endorsement_of", agency.to_string()));
    }
    within_third(running(state)?, facts, &window, proposed.to.at)?;
    Ok((window, proposed, staff, role))
}

/// The proposal that waits.
///
/// # Errors
/// `stage-order`: none does.
pub(crate) fn waiting(state: &State) -> Result<&Proposed, Violation> {
    let nothing = || Violation::of(Rule::StageOrder).with("proposal", "none waits");
    state.proposal.as_ref().ok_or_else(nothing)
}

/// Nobody decides about what they proposed or endorsed themselves, whatever they have become since (`head-approves`).
pub(crate) fn is_the_second_to_look(
    state: &State,
    proposed: &Proposed,
    staff: &Staff,
) -> Result<(), Violation> {
    if staff.user == proposed.by {
        return Err(Violation::of(Rule::HeadApproves).with("proposed_by", proposed.by.to_string()));
    }
    match &state.endorsed {
        Some(endorsed) if staff.user == endorsed.by => {
            Err(Violation::of(Rule::HeadApproves).with("endorsed_by", endorsed.by.to_string()))
        }
        _ => Ok(()),
    }
}
