//! What deciding at the end needs besides the state.

use crate::member::Member;
use kernel::{Actor, AgencyCode};
use time::OffsetDateTime;

/// What deciding needs besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// The moment, in any offset.
    pub now: OffsetDateTime,
    /// The receiving agency: it answers for the result and hands it over (2.d).
    pub agency: &'a AgencyCode,
    /// The members of a bundle whose own papers are due; none for a procedure with one result.
    pub members: &'a [Member],
    /// The other agencies that work on the dossier: none of them hands anything out (2.d).
    pub coordinating: &'a [AgencyCode],
}
