//! Procedures that aren't published yet.

use super::{read, unwritable};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::procedure_drafts;
use crate::sql_types::kept;
use catalog::Draft;
use diesel::prelude::*;
use kernel::ProcedureCode;
use time::OffsetDateTime;

/// Keeps a draft with what it lacks, in place of an earlier one.
///
/// # Errors
/// The database.
pub fn put_draft(db: &mut Db, draft: &Draft, lacks: &[String], at: OffsetDateTime) -> Result<(), StoreError> {
    let row = (
        procedure_drafts::procedure.eq(draft.code.to_string()),
        procedure_drafts::name.eq(&draft.name),
        procedure_drafts::body.eq(serde_json::to_string(draft).map_err(|why| unwritable(&why))?),
        procedure_drafts::lacks.eq(lacks.join("\n")),
        procedure_drafts::at.eq(kept(at)),
    );
    diesel::delete(procedure_drafts::table.find(draft.code.as_str())).execute(db)?;
    diesel::insert_into(procedure_drafts::table).values(row).execute(db)?;
    Ok(())
}

/// The codes of the drafts with what they lack.
///
/// # Errors
/// The database.
pub fn drafts(db: &mut Db) -> Result<Vec<(String, String)>, StoreError> {
    let drafts = procedure_drafts::table.order(procedure_drafts::procedure);
    Ok(drafts.select((procedure_drafts::procedure, procedure_drafts::lacks)).load(db)?)
}

/// The draft of a procedure; none where there is none.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn draft(db: &mut Db, procedure: &ProcedureCode) -> Result<Option<Draft>, StoreError> {
    let row = procedure_drafts::table.find(procedure.as_str());
    let body: Option<String> = row.select(procedure_drafts::body).first(db).optional()?;
    body.map(|body| read(&body)).transpose()
}

/// All drafts, by code.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn all_drafts(db: &mut Db) -> Result<Vec<Draft>, StoreError> {
    let drafts = procedure_drafts::table.order(procedure_drafts::procedure);
    let bodies: Vec<String> = drafts.select(procedure_drafts::body).load(db)?;
    bodies.iter().map(|body| read(body)).collect()
}
