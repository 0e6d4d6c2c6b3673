//! Numbers without gaps or races.

use crate::db::{Db, each};
use crate::error::StoreError;
use crate::schema::counters;
use crate::statements::Update;
use diesel::prelude::*;
use kernel::AgencyCode;
use time::Date;

/// The series a number is drawn from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbering {
    /// The agency.
    pub agency: AgencyCode,
    /// The day, in the agency's own zone.
    pub day: Date,
}

/// Draws the next number of a series: one row, locked until the transaction ends, so no gap and no double.
pub(super) fn draw(db: &mut Db, series: &Numbering) -> Result<u32, StoreError> {
    let drawn = match next(db, series)? {
        Some(drawn) => drawn,
        None => first(db, series)?,
    };
    u32::try_from(drawn).map_err(|_| StoreError::Stored("a day's counter below zero".to_owned()))
}

/// The next number of a series that has begun.
fn next(db: &mut Db, series: &Numbering) -> QueryResult<Option<i32>> {
    let row = counters::agency.eq(series.agency.as_str()).and(counters::day.eq(series.day.to_string()));
    let next = Update::new("counters", counters::last.eq(counters::last + 1), row).returning("last");
    each!(db, connection => next.get_result(connection)).optional()
}

/// The first number, or the next one where another transaction has begun the series meanwhile.
fn first(db: &mut Db, series: &Numbering) -> QueryResult<i32> {
    let row = (
        counters::agency.eq(series.agency.as_str()),
        counters::day.eq(series.day.to_string()),
        counters::last.eq(1),
    );
    each!(db, connection => diesel::insert_into(counters::table)
        .values(row)
        .on_conflict((counters::agency, counters::day))
        .do_update()
        .set(counters::last.eq(counters::last + 1))
        .returning(counters::last)
        .get_result(connection))
}
