//! What deciding needs besides the state.

use crate::bundle::Bundle;
use calendar::{Calendar, CalendarError, ProcessingTime};
use catalog::{Process, Version};
use kernel::{Actor, AgencyCode, CaseCode};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use thiserror::Error;
use time::OffsetDateTime;

/// The facts of one command. Made by [`Facts::new`] only, so that every calendar in it covers the moment and each time
/// that may be counted from it.
#[derive(Debug, Clone)]
pub struct Facts {
    pub(crate) actor: Actor,
    pub(crate) now: OffsetDateTime,
    pub(crate) version: Arc<Version>,
    pub(crate) case: CaseCode,
    pub(crate) agency: AgencyCode,
    pub(crate) calendars: Calendars,
    pub(crate) ordinal: u32,
}

/// What may be counted from any moment besides the case's own time: the days for a supplement, the term to ask for it.
const A_SUPPLEMENT_AND_MORE: ProcessingTime = ProcessingTime::ONE_MONTH;

type Calendars = BTreeMap<AgencyCode, Arc<Calendar>>;

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
    /// `calendars` are those of `agency` and of every agency that the case's process names. The moment may come in any
    /// offset and is kept in that of `agency`'s calendar, so that all the events of a dossier are written in one.
    ///
    /// # Errors
    /// [`NotCovered`] where an agency lacks its calendar, or a calendar doesn't cover `now` and each time that may be
    /// counted from it: the case's time and the terms of its field's own law by the receiving agency's, each step's share by
    /// its own agency's.
    pub fn new(
        actor: Actor,
        now: OffsetDateTime,
        version: Arc<Version>,
        case: CaseCode,
        agency: AgencyCode,
        calendars: BTreeMap<AgencyCode, Arc<Calendar>>,
    ) -> Result<Facts, NotCovered> {
        let own = calendar_of(&calendars, &agency)?;
        let now = covering(own, own.local(now))?;
        covering(own, own.due(now, version.time_of(&case)))?;
        covering(own, own.due(now, A_SUPPLEMENT_AND_MORE))?;
        let law = version.field_law();
        for term in [law.supplement_within, law.needs_within].into_iter().flatten() {
            covering(own, own.due(now, term))?;
        }
        for (agency, share) in shares(version.process_of(&case), &agency) {
            let calendar = calendar_of(&calendars, agency)?;
            covering(calendar, routing::open::end_of_share(calendar, now, share))?;
        }
        Ok(Facts { actor, now, version, case, agency, calendars, ordinal: 1 })
    }

    /// The same facts with the ordinal, from 1, that the day's counter gave for an acceptance.
    #[must_use]
    pub fn with_ordinal(mut self, ordinal: u32) -> Facts {
        self.ordinal = ordinal;
        self
    }

    /// The same facts, once it is known that the receiving agency's calendar covers the dossier's whole past.
    ///
    /// # Errors
    /// [`NotCovered::OutOfRange`] for a dossier older than its calendar.
    pub fn since(self, submitted: OffsetDateTime) -> Result<Facts, NotCovered> {
        covering(self.calendar(), self.calendar().working_minutes(submitted, self.now))?;
        Ok(self)
    }

    /// The moment, in the offset of the receiving agency's calendar.
    pub fn now(&self) -> OffsetDateTime {
        self.now
    }

    /// The receiving agency.
    pub fn agency(&self) -> &AgencyCode {
        &self.agency
    }

    /// The receiving agency's calendar.
    pub fn calendar(&self) -> &Arc<Calendar> {
        self.calendars.get(&self.agency).expect("facts are made with the receiving agency's calendar")
    }

    /// How the dossier's case is worked.
    pub(crate) fn process(&self) -> &Process {
        self.version.process_of(&self.case)
    }

    /// `to_act`: the agencies that have still to act.
    pub(crate) fn for_intake<'a>(&'a self, to_act: &'a BTreeSet<AgencyCode>) -> intake::Facts<'a> {
        intake::Facts {
            actor: &self.actor,
            now: self.now,
            version: &self.version,
            calendar: self.calendar(),
            to_act,
            ordinal: self.ordinal,
        }
    }

    pub(crate) fn for_routing(&self) -> routing::Facts<'_> {
        routing::Facts {
            actor: &self.actor,
            now: self.now,
            process: self.process(),
            receiving: &self.agency,
            calendars: &self.calendars,
        }
    }

    pub(crate) fn for_deadline(&self) -> deadline::Facts<'_> {
        deadline::Facts {
            actor: &self.actor,
            now: self.now,
            agency: &self.agency,
            field: self.version.field(),
            calendar: self.calendar(),
        }
    }

    pub(crate) fn for_result<'a>(&'a self, bundle: &'a Bundle) -> result::Facts<'a> {
        let Bundle { members, coordinating } = bundle;
        result::Facts { actor: &self.actor, now: self.now, agency: &self.agency, members, coordinating }
    }
}

fn calendar_of<'a>(calendars: &'a Calendars, agency: &AgencyCode) -> Result<&'a Calendar, NotCovered> {
    calendars.get(agency).map(Arc::as_ref).ok_or_else(|| NotCovered::NoCalendar(agency.clone()))
}

fn covering<T>(calendar: &Calendar, answer: Result<T, CalendarError>) -> Result<T, NotCovered> {
    answer.map_err(|why| NotCovered::OutOfRange(calendar.data().code.clone(), why))
}

/// The share of every step, with the agency whose calendar counts it.
fn shares<'a>(
    process: &'a Process,
    receiving: &'a AgencyCode,
) -> impl Iterator<Item = (&'a AgencyCode, ProcessingTime)> {
    process.legs.iter().flat_map(move |leg| {
        let agency = leg.agency_under(receiving);
        leg.steps.iter().map(move |step| (agency, step.share))
    })
}
