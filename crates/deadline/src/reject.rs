//! A rescheduling is rejected.

use crate::approve::to_be_decided;
use crate::event::Rejected;
use crate::facts::Facts;
use crate::state::State;
use kernel::Violation;

/// Rejects the proposal that waits. Another may follow, as long as it is lawful; only an approved one is the one
/// rescheduling.
///
/// # Errors
/// - `head-approves` (3.b¶3): by anybody who couldn't approve it.
/// - `stage-order`: nothing waits for approval.
pub fn decide(state: &State, facts: &Facts<'_>, reason: String) -> Result<Rejected, Violation> {
    let (_, staff, _) = to_be_decided(state, facts)?;
    Ok(Rejected { at: facts.now, by: staff.user, reason })
}

/// Whether the actor may reject now.
///
/// # Errors
/// As [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<(), Violation> {
    to_be_decided(state, facts).map(drop)
}
