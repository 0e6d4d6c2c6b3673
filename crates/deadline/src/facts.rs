//! What deciding about time needs besides the state.

use calendar::Calendar;
use kernel::{Actor, AgencyCode};
use time::OffsetDateTime;

/// What deciding needs besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// The moment, in any offset.
    pub now: OffsetDateTime,
    /// The agency that answers for the dossier: the one that received it.
    pub agency: &'a AgencyCode,
    /// The procedure's field, which may be entrusted to a deputy.
    pub field: &'a str,
    /// That agency's calendar. It covers every moment of the dossier so far, and its time counted from now.
    pub calendar: &'a Calendar,
}
