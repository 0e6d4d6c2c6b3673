//! Calendars, each in versions.

use super::{number, read, unwritable};
use crate::db::Db;
use crate::error::{StoreError, is_twin};
use crate::schema::calendars;
use crate::sql_types::{Moment, kept};
use calendar::CalendarData;
use diesel::prelude::*;
use time::OffsetDateTime;

/// Keeps a calendar as a new version, unless its newest says the same. The version it stands under.
///
/// # Errors
/// [`StoreError::Raced`] where somebody else has kept that version meanwhile; the database.
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
        // Nothing was counted by a calendar before its first version.
        calendars::recounted_at.eq((version == 1).then(|| kept(at))),
    );
    let kept = diesel::insert_into(calendars::table).values(row).execute(db);
    kept.map(|_| version).map_err(|why| if is_twin(&why) { StoreError::Raced } else { why.into() })
}

/// What a calendar touches is to be counted anew: somebody else works by it from now on.
///
/// # Errors
/// The database.
pub fn recount_anew(db: &mut Db, code: &str) -> Result<(), StoreError> {
    let Some(newest) = newest_calendar(db, code)? else { return Ok(()) };
    let row = calendars::table.find((code, number(newest.version)?));
    diesel::update(row).set(calendars::recounted_at.eq(None::<Moment>)).execute(db)?;
    Ok(())
}

/// The newest version of each calendar whose change hasn't been followed to its end: open appointments that it touches
/// may still be as they were.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn to_recount(db: &mut Db) -> Result<Vec<CalendarData>, StoreError> {
    let changed = calendars::table.filter(calendars::recounted_at.is_null());
    let codes: Vec<String> = changed.select(calendars::code).distinct().order(calendars::code).load(db)?;
    codes.iter().filter_map(|code| newest_calendar(db, code).transpose()).collect()
}

/// Remembers that everything which a calendar touches, up to this version, has been counted anew.
///
/// # Errors
/// The database.
pub fn recounted(db: &mut Db, code: &str, version: u32, at: OffsetDateTime) -> Result<(), StoreError> {
    let versions = calendars::table
        .filter(calendars::code.eq(code))
        .filter(calendars::version.le(number(version)?))
        .filter(calendars::recounted_at.is_null());
    diesel::update(versions).set(calendars::recounted_at.eq(kept(at))).execute(db)?;
    Ok(())
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

/// The versions of a calendar, each with when it was taken in (in UTC), the newest first.
///
/// # Errors
/// The database.
pub fn calendar_versions(db: &mut Db, code: &str) -> Result<Vec<(u32, OffsetDateTime)>, StoreError> {
    let versions = calendars::table.filter(calendars::code.eq(code)).order(calendars::version.desc());
    let rows: Vec<(i32, Moment)> = versions.select((calendars::version, calendars::at)).load(db)?;
    Ok(rows.into_iter().map(|(version, at)| (u32::try_from(version).unwrap_or(0), at.0)).collect())
}

/// The newest version of every calendar.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn newest_calendars(db: &mut Db) -> Result<Vec<CalendarData>, StoreError> {
    let codes: Vec<String> =
        calendars::table.select(calendars::code).distinct().order(calendars::code).load(db)?;
    codes.iter().filter_map(|code| newest_calendar(db, code).transpose()).collect()
}

/// A calendar as it was in one version.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn calendar(db: &mut Db, code: &str, version: u32) -> Result<Option<CalendarData>, StoreError> {
    let Ok(version) = i32::try_from(version) else { return Ok(None) };
    let row = calendars::table.find((code, version));
    let body: Option<String> = row.select(calendars::body).first(db).optional()?;
    body.map(|body| read(&body)).transpose()
}
