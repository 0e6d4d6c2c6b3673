//! Withdrawal.

use crate::desk::{applicant_or_counter, not_ended};
use crate::event::Withdrawn;
use crate::facts::Facts;
use crate::state::State;
use kernel::Violation;

/// The applicant takes the dossier back, or has a clerk of the receiving agency do it (NĐ 118/2025 Đ21). That it is
/// before the decision is seen to where the order of stages is.
///
/// # Errors
/// - `right-desk`: neither the applicant nor a clerk of the receiving agency.
/// - `submit-once` (2.d): a coordinating agency takes nothing in.
/// - `stage-order`: nothing submitted, refused or withdrawn before.
pub fn decide(state: &State, facts: &Facts<'_>, reason: String) -> Result<Withdrawn, Violation> {
    ready(state, facts)?;
    Ok(Withdrawn { at: facts.now, reason })
}

/// Whether it may be withdrawn now.
///
/// # Errors
/// As [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<(), Violation> {
    let submitted = not_ended(state)?;
    applicant_or_counter(facts, submitted)
}
