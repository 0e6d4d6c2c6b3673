//! What a counter has received of late.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::dossiers;
use diesel::prelude::*;
use kernel::AgencyCode;

/// So far back it goes: enough to see what is usual here, and few enough to be read each time.
const LATELY: i64 = 300;

/// Procedure and case of the last dossiers that an agency received, the newest first.
///
/// # Errors
/// The database.
pub fn received_lately(db: &mut Db, agency: &AgencyCode) -> Result<Vec<(String, String)>, StoreError> {
    let received = dossiers::table.filter(dossiers::agency.eq(agency.to_string()));
    let newest = received.order(dossiers::id.desc()).limit(LATELY);
    Ok(newest.select((dossiers::procedure, dossiers::case_code)).load(db)?)
}
