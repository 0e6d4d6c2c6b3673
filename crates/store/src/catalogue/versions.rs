//! Published versions of procedures.

use super::{number, read, unwritable};
use crate::db::Db;
use crate::error::{StoreError, is_twin};
use crate::schema::{procedure_drafts, procedure_versions};
use crate::sql_types::{Moment, kept};
use crate::text::folded;
use catalog::{Finding, Leg, Load, Version};
use diesel::prelude::*;
use kernel::ProcedureCode;
use time::OffsetDateTime;

/// A version with the two loads that `within-published-time` compares.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The version.
    pub version: Version,
    /// The load of its published time.
    pub published: Load,
    /// The load of its longest path.
    pub longest: Load,
}

/// The number the next version of a procedure gets.
///
/// # Errors
/// The database.
pub fn next_number(db: &mut Db, procedure: &ProcedureCode) -> Result<u32, StoreError> {
    let versions = procedure_versions::table.filter(procedure_versions::procedure.eq(procedure.as_str()));
    let last: Option<i32> = versions.select(diesel::dsl::max(procedure_versions::number)).first(db)?;
    Ok(u32::try_from(last.unwrap_or(0)).unwrap_or(0) + 1)
}

/// Publishes a version: it becomes the current one, and its draft is gone.
///
/// # Errors
/// [`StoreError::Raced`] where somebody else has published that version meanwhile; the database, which holds `within-published-time`, `lead-and-coordinators` and `simplification-first` too.
pub fn put_version(db: &mut Db, publication: &Publication, at: OffsetDateTime) -> Result<(), StoreError> {
    let version = &publication.version;
    let code = version.code().as_str();
    let others = procedure_versions::table.filter(procedure_versions::procedure.eq(code));
    diesel::update(others).set(procedure_versions::current.eq(false)).execute(db)?;
    let review = version.content().review.as_ref();
    let row = (
        procedure_versions::procedure.eq(code),
        procedure_versions::number.eq(number(version.number)?),
        procedure_versions::current.eq(true),
        procedure_versions::name.eq(version.name()),
        procedure_versions::name_folded.eq(folded(version.name())),
        procedure_versions::field.eq(version.field()),
        procedure_versions::body.eq(serde_json::to_string(version).map_err(|why| unwritable(&why))?),
        procedure_versions::published_load.eq(load(publication.published)?),
        procedure_versions::longest_load.eq(load(publication.longest)?),
        procedure_versions::legs_without_agency.eq(legs_without_agency(version)),
        procedure_versions::review_components.eq(finding(review.map(|review| &review.components))),
        procedure_versions::review_conditions.eq(finding(review.map(|review| &review.conditions))),
        procedure_versions::review_delegation.eq(finding(review.map(|review| &review.delegation))),
        procedure_versions::at.eq(kept(at)),
    );
    let put = diesel::insert_into(procedure_versions::table).values(row).execute(db);
    put.map_err(|why| if is_twin(&why) { StoreError::Raced } else { why.into() })?;
    diesel::delete(procedure_drafts::table.find(code)).execute(db)?;
    Ok(())
}

/// How many legs have no responsible agency under one of the leads: none, or `lead-and-coordinators` is broken.
fn legs_without_agency(version: &Version) -> i32 {
    let content = version.content();
    let legs = content.processes().flat_map(|process| &process.legs);
    let unsettled = |leg: &&Leg| content.received_by.iter().any(|lead| !leg.is_settled_under(lead));
    i32::try_from(legs.filter(unsettled).count()).unwrap_or(i32::MAX)
}

/// The current version of a procedure.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn current_version(db: &mut Db, procedure: &ProcedureCode) -> Result<Option<Version>, StoreError> {
    let body: Option<String> = procedure_versions::table
        .filter(procedure_versions::procedure.eq(procedure.as_str()))
        .filter(procedure_versions::current)
        .select(procedure_versions::body)
        .first(db)
        .optional()?;
    body.map(|body| read(&body)).transpose()
}

/// The current version of every procedure, by code.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn current_versions(db: &mut Db) -> Result<Vec<Version>, StoreError> {
    let current = procedure_versions::table.filter(procedure_versions::current);
    let bodies: Vec<String> =
        current.order(procedure_versions::procedure).select(procedure_versions::body).load(db)?;
    bodies.iter().map(|body| read(body)).collect()
}

/// One version of a procedure, current or not.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn version(
    db: &mut Db,
    procedure: &ProcedureCode,
    number_of: u32,
) -> Result<Option<Version>, StoreError> {
    let Ok(number_of) = i32::try_from(number_of) else { return Ok(None) };
    let row = procedure_versions::table.find((procedure.as_str(), number_of));
    let body: Option<String> = row.select(procedure_versions::body).first(db).optional()?;
    body.map(|body| read(&body)).transpose()
}

/// The versions of a procedure, each with when it was published (in UTC), the newest first.
///
/// # Errors
/// The database.
pub fn versions_of(db: &mut Db, procedure: &ProcedureCode) -> Result<Vec<(u32, OffsetDateTime)>, StoreError> {
    let versions = procedure_versions::table.filter(procedure_versions::procedure.eq(procedure.as_str()));
    let rows: Vec<(i32, Moment)> = versions
        .order(procedure_versions::number.desc())
        .select((procedure_versions::number, procedure_versions::at))
        .load(db)?;
    Ok(rows.into_iter().map(|(number, at)| (u32::try_from(number).unwrap_or(0), at.0)).collect())
}

/// The fields of the published procedures, each once, by name.
///
/// # Errors
/// The database.
pub fn fields(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let current = procedure_versions::table.filter(procedure_versions::current);
    Ok(current.select(procedure_versions::field).distinct().order(procedure_versions::field).load(db)?)
}

fn finding(finding: Option<&Finding>) -> String {
    match finding {
        Some(Finding::Proposes(text) | Finding::NothingBecause(text)) => text.clone(),
        None => String::new(),
    }
}

fn load(load: Load) -> Result<i64, StoreError> {
    i64::try_from(load.units()).map_err(|_| StoreError::Stored("a load beyond measure".to_owned()))
}
