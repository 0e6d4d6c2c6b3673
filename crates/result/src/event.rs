//! What became true at the end.

use crate::score::Score;
use catalog::Channel;
use kernel::{FileId, LegCode, PersonId, UserId};
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

time::serde::format_description!(iso_day, Date, "[year]-[month]-[day]");

/// An event of the result. Stored for ever: a field is never renamed, a new one is optional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A member of a bundle has its paper.
    PaperRecorded(MemberPaper),
    /// That paper was handed out early.
    PaperReturned(PaperReturned),
    /// The result is there.
    ResultRecorded(Recorded),
    /// It was handed over.
    ResultReturned(Returned),
    /// The applicant rated the service.
    Rated(Rated),
}

/// Which way it was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Granted.
    Granted,
    /// Denied, with reasons.
    Denied,
}

impl Kind {
    /// The name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Granted => "granted",
            Kind::Denied => "denied",
        }
    }
}

/// The paper the result stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Its number and sign, such as `15/GKS`.
    pub number: String,
    /// The day it bears.
    #[serde(with = "iso_day")]
    pub date: Date,
    /// Its title.
    pub title: String,
    /// The paper itself, or its scan; that it is one of the dossier's own files, whoever keeps them has seen to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
}

/// A member of a bundle has its paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberPaper {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who recorded it.
    pub by: UserId,
    /// The leg that ends in it.
    pub leg: LegCode,
    /// Which way.
    pub result: Kind,
    /// The paper.
    pub paper: Paper,
    /// The reasons; a denial always has some.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
}

/// A member's paper was handed out before the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperReturned {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who handed it out.
    pub by: UserId,
    /// The leg that ends in it.
    pub leg: LegCode,
    /// Who got it; the details are kept apart.
    pub to: PersonId,
    /// How.
    pub channel: Channel,
}

/// The result is there: the work is finished, early, on time or late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who recorded it.
    pub by: UserId,
    /// Which way.
    pub result: Kind,
    /// The paper; of a bundle, whose members have theirs, one that covers them or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
    /// The reasons; a denial always has some.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
}

/// It was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who handed it over.
    pub by: UserId,
    /// Who got it; the details are kept apart.
    pub to: PersonId,
    /// How.
    pub channel: Channel,
}

/// The applicant rated the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// 1 to 5.
    pub score: Score,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}
