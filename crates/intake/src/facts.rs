//! What deciding at the desk needs besides the state.

use calendar::Calendar;
use catalog::Version;
use kernel::{Actor, AgencyCode};
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// What deciding needs besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// The moment, in any offset.
    pub now: OffsetDateTime,
    /// The published version the submission is judged by.
    pub version: &'a Version,
    /// The receiving agency's calendar; it covers `now`.
    pub calendar: &'a Calendar,
    /// The agencies that have still to act on the dossier.
    pub to_act: &'a BTreeSet<AgencyCode>,
    /// The ordinal, from 1, that an acceptance gets at the receiving agency on this day.
    pub ordinal: u32,
}
