//! What is to be done because time has passed, or because a calendar has changed. Only dossiers in work are asked for:
//! while the clock stands nothing is due. The work itself is done by commands like any other.

use super::timely::in_work;
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{breaches, consultations, dossiers, reschedules, warnings};
use crate::sql_types::{Id, Moment, kept};
use deadline::Warning;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use kernel::{AgencyCode, DossierId};
use time::OffsetDateTime;

/// A dossier with its present appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub dossier: DossierId,
    /// When it is due, in UTC.
    pub appointment: OffsetDateTime,
}

/// The dossiers in work whose appointment is over at `now` and whose breach isn't on record, the longest overdue first.
///
/// # Errors
/// The database.
pub fn overdue(db: &mut Db, now: OffsetDateTime) -> Result<Vec<DossierId>, StoreError> {
    let on_record = breaches::table
        .filter(breaches::dossier_id.eq(dossiers::id))
        .filter(breaches::appointment.nullable().eq(dossiers::appointment));
    let past = dossiers::table
        .filter(in_work())
        .filter(dossiers::overdue_after.lt(kept(now)))
        .filter(not(exists(on_record)));
    let ids: Vec<Id> = past.order((dossiers::overdue_after, dossiers::id)).select(dossiers::id).load(db)?;
    Ok(named(ids))
}

/// The dossiers in hand whose rescheduling's letter hadn't gone out when the appointed day began, at `now` or before, and of
/// which that isn't on record, the longest ago first.
///
/// # Errors
/// The database.
pub fn unsent(db: &mut Db, now: OffsetDateTime) -> Result<Vec<DossierId>, StoreError> {
    let waiting = reschedules::table
        .inner_join(dossiers::table)
        .filter(reschedules::sent_at.is_null())
        .filter(reschedules::unsent_at.is_null())
        .filter(reschedules::appointed_day.le(kept(now)))
        .filter(dossiers::stage.eq_any(IN_HAND));
    let order = (reschedules::appointed_day, reschedules::dossier_id);
    let ids: Vec<Id> = waiting.order(order).select(reschedules::dossier_id).load(db)?;
    Ok(named(ids))
}

/// The dossiers whose supplement wasn't brought in its days, which are over at `now` (NĐ 118/2025 Đ19.5).
///
/// # Errors
/// The database.
pub fn to_close(db: &mut Db, now: OffsetDateTime) -> Result<Vec<DossierId>, StoreError> {
    let over = dossiers::table.filter(dossiers::close_after.lt(kept(now)));
    let ids: Vec<Id> = over.order((dossiers::close_after, dossiers::id)).select(dossiers::id).load(db)?;
    Ok(named(ids))
}

/// The consultations that weren't answered by their moment, which is over at `now`, and of which that isn't on record, the
/// longest overdue first: of which dossier, and its number there. Those of dossiers whose result is there, or that have
/// ended, are nobody's business any more.
///
/// # Errors
/// The database.
pub fn unanswered(db: &mut Db, now: OffsetDateTime) -> Result<Vec<(DossierId, u32)>, StoreError> {
    let rows: Vec<(Id, i32)> = consultations::table
        .inner_join(dossiers::table)
        .filter(consultations::answered_at.is_null())
        .filter(consultations::unanswered.eq(false))
        .filter(consultations::due.lt(kept(now)))
        .filter(dossiers::stage.eq_any(IN_HAND))
        .order((consultations::due, consultations::dossier_id))
        .select((consultations::dossier_id, consultations::number))
        .load(db)?;
    let named = rows.into_iter().map(|(id, number)| (DossierId(id.0), u32::try_from(number).unwrap_or(0)));
    Ok(named.collect())
}

/// Accepted, and the result still to come.
const IN_HAND: [&str; 4] = ["accepted", "in_progress", "awaiting_supplement", "awaiting_payment"];

/// The dossiers in work, received by one of `agencies`, whose appointment isn't over at `now` and lies before `before`,
/// and of which nobody has given this warning: to be claimed one by one. `before` is the end of the last appointed day that
/// [`Warning::appointed_until`] names. An apology is warned of only where the one rescheduling isn't used up.
///
/// # Errors
/// The database.
pub fn to_warn(
    db: &mut Db,
    agencies: &[AgencyCode],
    warning: Warning,
    now: OffsetDateTime,
    before: OffsetDateTime,
) -> Result<Vec<Due>, StoreError> {
    let claimed = warnings::table
        .filter(warnings::dossier_id.eq(dossiers::id))
        .filter(warnings::appointment.nullable().eq(dossiers::appointment))
        .filter(warnings::kind.eq(warning.as_str()));
    let of_use = (warning != Warning::Apology).into_sql::<Bool>().or(dossiers::rescheduled_at.is_null());
    // No appointment lies on another day than the moment after which it is overdue: the index is by that.
    let rows: Vec<(Id, Option<Moment>)> = dossiers::table
        .filter(in_work())
        .filter(dossiers::overdue_after.ge(kept(now)))
        .filter(dossiers::overdue_after.lt(kept(before)))
        .filter(dossiers::agency.eq_any(codes(agencies)))
        .filter(of_use)
        .filter(not(exists(claimed)))
        .order((dossiers::overdue_after, dossiers::id))
        .select((dossiers::id, dossiers::appointment))
        .load(db)?;
    let due = |(id, appointment): (Id, Option<Moment>)| {
        appointment.map(|at| Due { dossier: DossierId(id.0), appointment: at.0 })
    };
    Ok(rows.into_iter().filter_map(due).collect())
}

/// The dossiers in work, received by one of `agencies`, whose appointment isn't over at `after`: those that a
/// changed calendar may touch.
///
/// # Errors
/// The database.
pub fn open_of(
    db: &mut Db,
    agencies: &[AgencyCode],
    after: OffsetDateTime,
) -> Result<Vec<DossierId>, StoreError> {
    let open = dossiers::table
        .filter(in_work())
        .filter(dossiers::overdue_after.gt(kept(after)))
        .filter(dossiers::agency.eq_any(codes(agencies)));
    let ids: Vec<Id> = open.order(dossiers::id).select(dossiers::id).load(db)?;
    Ok(named(ids))
}

fn codes(agencies: &[AgencyCode]) -> Vec<String> {
    agencies.iter().map(ToString::to_string).collect()
}

fn named(ids: Vec<Id>) -> Vec<DossierId> {
    ids.into_iter().map(|id| DossierId(id.0)).collect()
}
