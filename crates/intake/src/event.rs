//! What became true at the desk.

use crate::fault::Fault;
use crate::handed::{Handed, Notify};
use crate::item::Item;
use calendar::{Appointment, CalendarUsed, ProcessingTime};
use catalog::Channel;
use kernel::{AgencyCode, CaseCode, DossierNumber, GroundCode, PersonId, ProcedureCode, UserId};
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
    /// The applicant was guided.
    Guided(Guided),
    /// The applicant was guided a second time, as the field's own law allows.
    GuidedAgain(Guided),
    /// The applicant brought something before acceptance.
    Completed(Completed),
    /// Another phone or e-mail, or other wishes.
    ContactChanged(ContactChanged),
    /// A supplement was asked for.
    SupplementRequested(Requested),
    /// A second one was, as the field's own law allows.
    SupplementRequestedAgain(Requested),
    /// The agencies still to act were asked what they need.
    NeedsAsked(NeedsAsked),
    /// One of them said what it needs, or that it needs nothing.
    NeedsStated(NeedsStated),
    /// The applicant brought something of a supplement.
    Supplied(Supplied),
    /// What was asked for wasn't brought in time.
    Closed(Closed),
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

/// The applicant was told what is missing or wrong, in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guided {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who did it.
    pub by: UserId,
    /// Everything that is missing or wrong.
    pub items: Vec<Item>,
    /// For a second notice: the article that allows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
}

/// The applicant brought something before acceptance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completed {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What was brought: it takes the place of what was there of each component.
    pub components: Vec<Handed>,
    /// The applicant's details anew, kept apart, where they were given anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applicant: Option<PersonId>,
    /// What the system finds missing or wrong now.
    pub faults: Vec<Fault>,
    /// What a person asked for and isn't mended.
    pub open: Vec<Item>,
}

/// The applicant is to be told elsewhere, or of something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactChanged {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The applicant's details with the new phone and e-mail, kept apart; none: they stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applicant: Option<PersonId>,
    /// What the applicant wants to be told; none: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notify: Option<Notify>,
}

/// A supplement was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requested {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who asked.
    pub by: UserId,
    /// What for.
    pub items: Vec<Item>,
    /// By when it is to be brought; then the dossier is closed (NĐ 118/2025 Đ19.5).
    pub due: Appointment,
    /// Whether it was asked for after the term for asking.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_term: bool,
    /// For a second request: the article that allows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
    /// The agencies that were asked what they need and said nothing: nothing, then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silent: Vec<AgencyCode>,
}

/// Before a request goes out, the agencies still to act were asked what they need (2.d, 3.b¶2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsAsked {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who asked.
    pub by: UserId,
    /// Their agency.
    pub agency: AgencyCode,
    /// The other agencies still to act.
    pub agencies: Vec<AgencyCode>,
    /// What the asking agency needs itself.
    pub items: Vec<Item>,
    /// By when they are to say so: silence is none.
    pub due: Appointment,
}

/// An agency said what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsStated {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who said so.
    pub by: UserId,
    /// The agency.
    pub agency: AgencyCode,
    /// What it needs; nothing where it needs nothing.
    pub items: Vec<Item>,
}

/// The applicant brought something of a supplement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplied {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What was brought: it takes the place of what was there of each component.
    pub components: Vec<Handed>,
    /// What was asked for and isn't there; nothing once it is all in.
    pub open: Vec<Item>,
}

/// What was asked for wasn't brought in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}
