//! What a dossier's number alone shows to anyone: no personal data.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::dossiers;
use crate::sql_types::{Id, Moment};
use diesel::prelude::*;
use kernel::DossierId;
use time::OffsetDateTime;

/// What anyone may know of a dossier by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicStatus {
    /// Which.
    pub id: DossierId,
    /// The stage's name.
    pub stage: String,
    /// The receiving agency.
    pub agency: String,
    /// When the result is due, in UTC.
    pub appointment: Option<OffsetDateTime>,
    /// Whether the year isn't announced yet.
    pub provisional: bool,
}

/// The public status of the dossier with this number: one row by its unique key.
///
/// # Errors
/// The database.
pub fn status(db: &mut Db, number: &str) -> Result<Option<PublicStatus>, StoreError> {
    let row: Option<(Id, String, String, Option<Moment>, bool)> = dossiers::table
        .filter(dossiers::code.eq(number))
        .select((
            dossiers::id,
            dossiers::stage,
            dossiers::agency,
            dossiers::appointment,
            dossiers::provisional,
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(id, stage, agency, appointment, provisional)| PublicStatus {
        id: DossierId(id.0),
        stage,
        agency,
        appointment: appointment.map(|moment| moment.0),
        provisional,
    }))
}
