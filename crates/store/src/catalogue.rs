//! Agencies, calendars, drafts and published versions.

use crate::db::{Db, each};
use crate::error::StoreError;
use crate::people::folded;
use crate::schema::{agencies, calendars, procedure_drafts, procedure_versions};
use crate::sql_types::{Moment, kept};
use calendar::CalendarData;
use catalog::{Agency, Draft, Finding, Load, Version};
use diesel::prelude::*;
use kernel::ProcedureCode;
use serde_json::Error as JsonError;
use time::OffsetDateTime;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = agencies, treat_none_as_default_value = false, treat_none_as_null = true)]
struct AgencyRow {
    code: String,
    name: String,
    parent: Option<String>,
    calendar: String,
    counter: Option<String>,
    address: Option<String>,
    hotline: Option<String>,
}

/// Adds an agency, or replaces what is kept of it.
///
/// # Errors
/// The database; an agency above it that isn't there.
pub fn put_agency(db: &mut Db, agency: &Agency) -> Result<(), StoreError> {
    let row = AgencyRow {
        code: agency.code.to_string(),
        name: agency.name.clone(),
        parent: agency.parent.as_ref().map(ToString::to_string),
        calendar: agency.calendar.clone(),
        counter: agency.counter.clone(),
        address: agency.address.clone(),
        hotline: agency.hotline.clone(),
    };
    each!(db, connection => diesel::insert_into(agencies::table)
        .values(&row)
        .on_conflict(agencies::code)
        .do_update()
        .set(&row)
        .execute(connection))?;
    Ok(())
}

/// All agencies, by identifier.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn all_agencies(db: &mut Db) -> Result<Vec<Agency>, StoreError> {
    let rows: Vec<AgencyRow> = agencies::table.order(agencies::code).select(AgencyRow::as_select()).load(db)?;
    rows.into_iter().map(agency).collect()
}

fn agency(row: AgencyRow) -> Result<Agency, StoreError> {
    let unreadable = |why: kernel::BadCode| StoreError::Stored(format!("agency: {why}"));
    Ok(Agency {
        code: row.code.parse().map_err(unreadable)?,
        name: row.name,
        parent: row.parent.map(|code| code.parse().map_err(unreadable)).transpose()?,
        calendar: row.calendar,
        counter: row.counter,
        address: row.address,
        hotline: row.hotline,
    })
}

/// Keeps a calendar as a new version, unless its newest says the same. The version it stands under.
///
/// # Errors
/// The database.
pub fn put_calendar(db: &mut Db, calendar: &CalendarData, at: OffsetDateTime) -> Result<u32, StoreError> {
    let newest = newest_calendar(db, &calendar.code)?;
    let version = newest.as_ref().map_or(1, |newest| newest.version + 1);
    if let Some(newest) = newest {
        let same = CalendarData { version: newest.version, ..calendar.clone() };
        if same == newest {
            return Ok(newest.version);
        }
    }
    let kept_as = CalendarData { version, ..calendar.clone() };
    let body = serde_json::to_string(&kept_as).map_err(|why| unwritable(&why))?;
    let row = (
        calendars::code.eq(&calendar.code),
        calendars::version.eq(number(version)?),
        calendars::body.eq(body),
        calendars::at.eq(kept(at)),
    );
    diesel::insert_into(calendars::table).values(row).execute(db)?;
    Ok(version)
}

/// The newest version of a calendar.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn newest_calendar(db: &mut Db, code: &str) -> Result<Option<CalendarData>, StoreError> {
    let body: Option<String> = calendars::table
        .filter(calendars::code.eq(code))
        .order(calendars::version.desc())
        .select(calendars::body)
        .first(db)
        .optional()?;
    body.map(|body| read(&body)).transpose()
}

/// The newest version of every calendar.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn newest_calendars(db: &mut Db) -> Result<Vec<CalendarData>, StoreError> {
    let codes: Vec<String> = calendars::table.select(calendars::code).distinct().order(calendars::code).load(db)?;
    codes.iter().filter_map(|code| newest_calendar(db, code).transpose()).collect()
}

/// A calendar as it was in one version.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn calendar(db: &mut Db, code: &str, version: u32) -> Result<Option<CalendarData>, StoreError> {
    let row = calendars::table.find((code, number(version)?));
    let body: Option<String> = row.select(calendars::body).first(db).optional()?;
    body.map(|body| read(&body)).transpose()
}

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
/// The database, which holds `within-published-time` and `simplification-first` too.
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
        procedure_versions::review_components.eq(finding(review.map(|review| &review.components))),
        procedure_versions::review_conditions.eq(finding(review.map(|review| &review.conditions))),
        procedure_versions::review_delegation.eq(finding(review.map(|review| &review.delegation))),
        procedure_versions::at.eq(kept(at)),
    );
    diesel::insert_into(procedure_versions::table).values(row).execute(db)?;
    diesel::delete(procedure_drafts::table.find(code)).execute(db)?;
    Ok(())
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

/// One version of a procedure, current or not.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn version(db: &mut Db, procedure: &ProcedureCode, number_of: u32) -> Result<Option<Version>, StoreError> {
    let row = procedure_versions::table.find((procedure.as_str(), number(number_of)?));
    let body: Option<String> = row.select(procedure_versions::body).first(db).optional()?;
    body.map(|body| read(&body)).transpose()
}

/// A procedure in a list.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Listed {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its field.
    pub field: String,
    /// When its current version was published, in UTC.
    pub published_at: PublishedAt,
}

/// When a version was published, in UTC.
pub type PublishedAt = Moment;

/// The published procedures whose name or code has `q` in it (diacritics don't matter), of `field`, after the code
/// `after`.
///
/// # Errors
/// The database.
pub fn published(
    db: &mut Db,
    q: Option<&str>,
    field: Option<&str>,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let mut versions = procedure_versions::table.into_boxed().filter(procedure_versions::current);
    if let Some(q) = q {
        let pattern = format!("%{}%", folded(q).replace(['%', '_', '\\'], ""));
        let code = procedure_versions::procedure.eq(q.to_owned());
        versions = versions.filter(procedure_versions::name_folded.like(pattern).or(code));
    }
    if let Some(field) = field {
        versions = versions.filter(procedure_versions::field.eq(field.to_owned()));
    }
    if let Some(after) = after {
        versions = versions.filter(procedure_versions::procedure.gt(after.to_owned()));
    }
    let columns = (
        procedure_versions::procedure,
        procedure_versions::name,
        procedure_versions::field,
        procedure_versions::at,
    );
    Ok(versions.order(procedure_versions::procedure).limit(limit).select(columns).load(db)?)
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

fn number(number: u32) -> Result<i32, StoreError> {
    i32::try_from(number).map_err(|_| StoreError::Stored(format!("version {number} is beyond measure")))
}

fn read<T: serde::de::DeserializeOwned>(body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|why| StoreError::Stored(why.to_string()))
}

fn unwritable(why: &JsonError) -> StoreError {
    StoreError::Stored(why.to_string())
}
