//! A rescheduling is rejected.

use crate::approve::{is_the_second_to_look, waiting};
use crate::event::Rejected;
use crate::facts::Facts;
use crate::signature::signatory;
use crate::state::State;
use kernel::{Staff, Violation};

/// Rejects the proposal that waits. Another may follow, as long as it is lawful; only an approved one is the one
/// rescheduling. The agency that holds the dossier up may do so too, instead of endorsing it.
///
/// # Errors
/// - `head-approves` (3.b¶3): by whoever proposed or endorsed it, or by anybody but the head, or a deputy in the field
///   entrusted, of the agency that answers for the dossier, or of the one that holds it up and hasn't endorsed it.
/// - `stage-order`: nothing waits for approval.
pub fn decide(state: &State, facts: &Facts<'_>, reason: String) -> Result<Rejected, Violation> {
    let staff = rejecting(state, facts)?;
    Ok(Rejected { at: facts.now, by: staff.user, reason })
}

/// Whether the actor may reject now.
///
/// # Errors
/// As [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<(), Violation> {
    rejecting(state, facts).map(drop)
}

fn rejecting<'a>(state: &State, facts: &Facts<'a>) -> Result<&'a Staff, Violation> {
    let proposed = waiting(state)?;
    let for_the_holding = state.awaits_endorsement_of().and_then(|agency| signatory(facts, agency).ok());
    let (staff, _) = match for_the_holding {
        Some(signs) => signs,
        None => signatory(facts, facts.agency)?,
    };
    is_the_second_to_look(state, proposed, staff)?;
    Ok(staff)
}
