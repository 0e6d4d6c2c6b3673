//! Agencies.

use crate::db::{Db, each};
use crate::error::StoreError;
use crate::schema::agencies;
use catalog::Agency;
use diesel::prelude::*;

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
    place: Option<String>,
    sign: Option<String>,
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
        place: agency.place.clone(),
        sign: agency.sign.clone(),
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
    let rows: Vec<AgencyRow> =
        agencies::table.order(agencies::code).select(AgencyRow::as_select()).load(db)?;
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
        place: row.place,
        sign: row.sign,
    })
}
