//! The log of a dossier, as staff read it.

use serde::Serialize;
use serde_json::Value;
use store::log::Entry;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// The log of one dossier.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogOut {
    /// What became true, in order.
    pub items: Vec<EntryOut>,
}

/// One entry.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryOut {
    /// Its place, from 1.
    seq: i64,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
    /// What kind.
    kind: &'static str,
    /// Who: `staff`, `applicant` or `system`.
    actor: String,
    /// The account, where it is staff.
    user: Option<Uuid>,
    /// What became true, as it is kept.
    #[schema(value_type = Object)]
    data: Value,
}

impl EntryOut {
    /// An entry with its moment in `offset`.
    pub fn of(entry: &Entry, offset: UtcOffset) -> Self {
        Self {
            seq: entry.seq,
            at: entry.at.to_offset(offset),
            kind: entry.event.kind(),
            actor: entry.actor.clone(),
            user: entry.user.map(|user| user.0),
            data: serde_json::from_str(&entry.event.payload()).unwrap_or_default(),
        }
    }
}
