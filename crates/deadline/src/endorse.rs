//! A rescheduling is endorsed by the agency that holds the dossier up.

use crate::approve::waiting;
use crate::event::{Endorsed, Proposed};
use crate::facts::Facts;
use crate::propose::{open, within_third};
use crate::signature::signatory;
use crate::state::State;
use crate::stop::running;
use crate::window::Window;
use kernel::{AgencyCode, Role, Rule, Staff, Violation};

/// Puts the name of the agency that holds the dossier up to the reason that the proposal gives (2.d): whoever answers for
/// the dossier apologises for another agency only once that agency stands by it.
///
/// Everything lawful about the proposal must still be so, as for its approval. Whoever proposed it may endorse it, being
/// that agency's head: the second look is taken by whoever approves.
///
/// # Errors
/// All 3.b¶3, with the window as facts:
/// - `head-approves`: not by the head of the agency that holds the dossier up or a deputy there in the field entrusted.
/// - `reschedule-once`, `apology-before-appointed-day`, `extension-within-third`, as for the proposal.
/// - `stage-order`: no proposal waits, the one that does names no other agency or is endorsed, or the clock doesn't run.
pub fn decide(state: &State, facts: &Facts<'_>) -> Result<Endorsed, Violation> {
    let (_, _, staff, role) = ready(state, facts)?;
    Ok(Endorsed { at: facts.now, by: staff.user, role })
}

/// Whether the actor may endorse now: what is lawful, what waits, and who they are.
///
/// # Errors
/// As [`decide`].
pub fn ready<'a>(
    state: &'a State,
    facts: &Facts<'a>,
) -> Result<(Window, &'a Proposed, &'a Staff, Role), Violation> {
    let window = open(state, facts)?;
    let proposed = waiting(state)?;
    let (staff, role) = signatory(facts, wanted(state, facts)?)?;
    within_third(running(state)?, facts, &window, proposed.to.at)?;
    Ok((window, proposed, staff, role))
}

/// The agency whose name is still wanted.
fn wanted<'a>(state: &'a State, facts: &Facts<'_>) -> Result<&'a AgencyCode, Violation> {
    state.awaits_endorsement_of().ok_or_else(|| {
        let violation = Violation::of(Rule::StageOrder);
        match &state.endorsed {
            Some(endorsed) => violation.with("endorsed_at", endorsed.at),
            None => violation.with("held_up_by", facts.agency.to_string()),
        }
    })
}
