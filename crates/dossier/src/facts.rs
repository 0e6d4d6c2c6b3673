//! What deciding needs besides the state.

use calendar::{Calendar, CalendarError, ProcessingTime};
use catalog::Version;
use kernel::{Actor, AgencyCode, CaseCode};
use std::collections::BTreeMap;
use std::sync::Arc;
use thiserror::Error;
use time::OffsetDateTime;

/// The facts of one command. Made by [`Facts::new`] only, so that every calendar in it covers the moment.
#[derive(Debug, Clone)]
pub struct Facts {
    pub(crate) actor: Actor,
    pub(crate) now: OffsetDateTime,
    pub(crate) version: Arc<Version>,
    pub(crate) case: CaseCode,
    pub(crate) agency: AgencyCode,
    pub(crate) calendars: BTreeMap<AgencyCode, Arc<Calendar>>,
    pub(crate) ordinal: u32,
}

/// Why facts can't be made: the calendars or the catalogue don't fit the moment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotCovered {
    /// An agency of the process comes without a calendar.
    #[error("no calendar for agency {0}")]
    NoCalendar(AgencyCode),
    /// A calendar doesn't reach this moment, or not far enough beyond it.
    #[error("calendar {0}: {1}")]
    OutOfRange(String, CalendarError),
}

impl Facts {
    /// The facts of a command of `actor` at `now` on a dossier of `agency`, judged by `version` and `case`.
    /// `calendars` are those of `agency` and of every agency that the case's process names.
    ///
    /// # Errors
    /// [`NotCovered`] where an agency lacks its calendar, or a calendar doesn't cover `now`.
    pub fn new(
        actor: Actor,
        now: OffsetDateTime,
        version: Arc<Version>,
        case: CaseCode,
        agency: AgencyCode,
        calendars: BTreeMap<AgencyCode, Arc<Calendar>>,
    ) -> Result<Facts, NotCovered> {
        for (agency, time) in times_to_count(&version, &case, &agency) {
            let calendar = calendars.get(agency).ok_or_else(|| NotCovered::NoCalendar(agency.clone()))?;
            calendar.due(now, time).map_err(|why| NotCovered::OutOfRange(calendar.data().code.clone(), why))?;
        }
        Ok(Facts { actor, now, version, case, agency, calendars, ordinal: 1 })
    }

    /// The same facts with the ordinal that the day's counter gave for an acceptance.
    #[must_use]
    pub fn with_ordinal(mut self, ordinal: u32) -> Facts {
        self.ordinal = ordinal;
        self
    }

    /// The moment.
    pub fn now(&self) -> OffsetDateTime {
        self.now
    }

    /// The receiving agency's calendar.
    pub fn calendar(&self) -> &Calendar {
        self.calendars.get(&self.agency).expect("facts are made with the receiving agency's calendar")
    }

    pub(crate) fn for_intake(&self) -> intake::Facts<'_> {
        intake::Facts {
            actor: &self.actor,
            now: self.now,
            version: &self.version,
            calendar: self.calendar(),
            ordinal: self.ordinal,
        }
    }

    pub(crate) fn for_routing(&self) -> routing::Facts<'_> {
        routing::Facts {
            actor: &self.actor,
            now: self.now,
            process: self.version.process_of(&self.case),
            receiving: &self.agency,
            calendars: &self.calendars,
        }
    }

    pub(crate) fn for_result(&self) -> result::Facts<'_> {
        result::Facts { actor: &self.actor, now: self.now, agency: &self.agency }
    }
}

/// Every time that deciding may count from the moment, with the agency whose calendar counts it.
fn times_to_count<'a>(
    version: &'a Version,
    case: &CaseCode,
    receiving: &'a AgencyCode,
) -> impl Iterator<Item = (&'a AgencyCode, ProcessingTime)> {
    let shares = version.process_of(case).legs.iter().flat_map(move |leg| {
        let agency = leg.agency.as_ref().unwrap_or(receiving);
        leg.steps.iter().map(move |step| (agency, step.share))
    });
    std::iter::once((receiving, version.time_of(case))).chain(shares)
}
