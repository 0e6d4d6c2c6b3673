//! The members of a bundle.

use kernel::{AgencyCode, LegCode};

/// A leg of the process that ends in a result paper of its own: one of several results that the applicant asked for at
/// once (2.d).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The leg.
    pub leg: LegCode,
    /// The agency that answers for it, which records its paper.
    pub agency: AgencyCode,
    /// The paper's name.
    pub name: String,
    /// Whether the paper is handed out as soon as it is there; otherwise it is kept until all are.
    pub early: bool,
    /// Whether the leg's work is done.
    pub done: bool,
}

/// Legs as the facts of a violation list them.
pub(crate) fn legs<'a>(members: impl IntoIterator<Item = &'a Member>) -> Vec<String> {
    members.into_iter().map(|member| member.leg.to_string()).collect()
}
