//! What deciding about desks needs besides the state.

use calendar::Calendar;
use catalog::Process;
use kernel::{Actor, AgencyCode};
use std::collections::BTreeMap;
use std::sync::Arc;
use time::OffsetDateTime;

/// What deciding needs besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// The moment, in any offset.
    pub now: OffsetDateTime,
    /// The process of the dossier's case.
    pub process: &'a Process,
    /// The receiving agency, which leads.
    pub receiving: &'a AgencyCode,
    /// The calendars of the receiving agency and of every agency named in the process; each covers `now` and its
    /// steps' shares from then on ([`crate::open::end_of_share`]).
    pub calendars: &'a BTreeMap<AgencyCode, Arc<Calendar>>,
}

impl Facts<'_> {
    /// The calendar `agency` works by.
    ///
    /// # Panics
    /// For an agency that isn't part of the process.
    pub fn calendar_of(&self, agency: &AgencyCode) -> &Calendar {
        self.calendars.get(agency).expect("every agency of the process comes with its calendar")
    }
}
