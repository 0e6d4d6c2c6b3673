//! Agencies.

use crate::db::{Db, each};
use crate::error::{StoreError, is_twin};
use crate::schema::agencies;
use catalog::Agency;
use diesel::prelude::*;
use kernel::AgencyCode;

#[derive(PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = agencies, treat_none_as_default_value = false, treat_none_as_null = true)]
struct AgencyRow {
    code: String,
    name: String,
    parent: Option<String>,
    calendar: String,
    counter: Option<String>,
    address: Option<String>,
    hotline: Option<String>,
    place: Option<String>,
    sign: Option<String>,
}

/// Adds an agency, or replaces what is kept of it.
///
/// # Errors
/// The database; an agency above it that isn't there.
pub fn put_agency(db: &mut Db, agency: &Agency) -> Result<(), StoreError> {
    let row = AgencyRow::from(agency);
    let known = agencies::table.find(&row.code).select(AgencyRow::as_select()).first(db).optional()?;
    if known.as_ref() == Some(&row) {
        return Ok(());
    }
    let anew = (&row, agencies::version.eq(agencies::version + 1));
    each!(db, connection => diesel::insert_into(agencies::table)
        .values(&row)
        .on_conflict(agencies::code)
        .do_update()
        .set(anew)
        .execute(connection))?;
    Ok(())
}

/// Adds an agency.
///
/// # Errors
/// [`StoreError::Raced`] where there is one by its identifier; the database: an agency above it that isn't there.
pub fn add_agency(db: &mut Db, agency: &Agency) -> Result<(), StoreError> {
    let added = diesel::insert_into(agencies::table).values(AgencyRow::from(agency)).execute(db);
    added.map(drop).map_err(|why| if is_twin(&why) { StoreError::Raced } else { why.into() })
}

/// Replaces what is kept of an agency.
///
/// # Errors
/// [`StoreError::Raced`] where it isn't at `version` any more; the database: an agency above it that isn't there.
pub fn change_agency(db: &mut Db, agency: &Agency, version: i64) -> Result<(), StoreError> {
    let row = AgencyRow::from(agency);
    let known = agencies::table.find(&row.code).filter(agencies::version.eq(version));
    let changed = diesel::update(known).set((&row, agencies::version.eq(version + 1))).execute(db)?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Raced) }
}

/// The version of what is kept of an agency; none where there is none.
///
/// # Errors
/// The database.
pub fn agency_version(db: &mut Db, code: &AgencyCode) -> Result<Option<i64>, StoreError> {
    Ok(agencies::table.find(code.as_str()).select(agencies::version).first(db).optional()?)
}

/// All agencies, by identifier.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn all_agencies(db: &mut Db) -> Result<Vec<Agency>, StoreError> {
    let rows: Vec<AgencyRow> =
        agencies::table.order(agencies::code).select(AgencyRow::as_select()).load(db)?;
    rows.into_iter().map(agency).collect()
}

impl From<&Agency> for AgencyRow {
    fn from(agency: &Agency) -> Self {
        AgencyRow {
            code: agency.code.to_string(),
            name: agency.name.clone(),
            parent: agency.parent.as_ref().map(ToString::to_string),
            calendar: agency.calendar.clone(),
            counter: agency.counter.clone(),
            address: agency.address.clone(),
            hotline: agency.hotline.clone(),
            place: agency.place.clone(),
            sign: agency.sign.clone(),
        }
    }
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
        place: row.place,
        sign: row.sign,
    })
}
