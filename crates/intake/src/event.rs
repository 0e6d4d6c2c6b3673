//! What became true at the desk.

use crate::fault::Fault;
use crate::handed::{Handed, Notify};
use calendar::{Appointment, CalendarUsed, ProcessingTime};
use catalog::Channel;
use kernel::{AgencyCode, CaseCode, DossierNumber, GroundCode, PersonId, ProcedureCode};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// An event of intake. Stored for ever: a field is never renamed, a new one is optional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A submission came in.
    Submitted(Submitted),
    /// It was accepted.
    Accepted(Accepted),
    /// It was refused.
    Refused(Refused),
    /// The applicant took it back.
    Withdrawn(Withdrawn),
}

/// A submission came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The receiving agency.
    pub agency: AgencyCode,
    /// The procedure.
    pub procedure: ProcedureCode,
    /// The published version it is judged by, for life.
    pub version: u32,
    /// The case.
    pub case: CaseCode,
    /// How it came in.
    pub channel: Channel,
    /// Who applies; the details are kept apart.
    pub applicant: PersonId,
    /// What was handed in.
    pub components: Vec<Handed>,
    /// What the system found missing or wrong.
    pub faults: Vec<Fault>,
    /// What the applicant wants to be told.
    pub notify: Notify,
}

/// A submission was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// When; the day of it isn't counted (Civil Code art. 147).
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The dossier's number.
    pub number: DossierNumber,
    /// The processing time that counts.
    pub time: ProcessingTime,
    /// When the result is due. Never overwritten.
    pub appointment: Appointment,
    /// The calendar it was counted by.
    pub calendar: CalendarUsed,
}

/// A submission was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The procedure's ground.
    pub ground: GroundCode,
    /// The explanation in writing.
    pub explanation: String,
}

/// The applicant took the dossier back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Why.
    pub reason: String,
}
