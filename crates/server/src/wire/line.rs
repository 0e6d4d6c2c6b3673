//! A dossier as a line of a list.

use super::schemas;
use serde::Serialize;
use store::query::Item;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// A line of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct DossierLine {
    pub(crate) id: Uuid,
    /// Its number, once accepted.
    pub(crate) code: Option<String>,
    #[schema(schema_with = schemas::stage)]
    pub(crate) stage: String,
    /// The receiving agency.
    pub(crate) agency: String,
    /// The procedure's code.
    pub(crate) procedure: String,
    /// The applicant's name, for who may see it.
    pub(crate) applicant: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) submitted_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) accepted_at: Option<OffsetDateTime>,
    /// When the result is due.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) appointment: Option<OffsetDateTime>,
    /// Whether it was rescheduled, with an apology: it counts as late, apart from what was missed unannounced.
    pub(crate) rescheduled: bool,
    /// When the result was there.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) finished_at: Option<OffsetDateTime>,
}

impl DossierLine {
    /// A line with its moments in `offset`.
    pub fn of(item: Item, offset: UtcOffset) -> Self {
        let local = |moment: OffsetDateTime| moment.to_offset(offset);
        Self {
            id: item.id.0,
            code: item.code,
            stage: item.stage,
            agency: item.agency,
            procedure: item.procedure,
            applicant: item.applicant,
            submitted_at: local(item.submitted_at),
            accepted_at: item.accepted_at.map(local),
            appointment: item.appointment.map(local),
            rescheduled: item.rescheduled,
            finished_at: item.finished_at.map(local),
        }
    }
}
