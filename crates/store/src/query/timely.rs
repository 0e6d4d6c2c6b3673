//! How dossiers stand to their appointments: one predicate, the same as `dossier::timeliness`.

use super::scope::Boxed;
use crate::schema::dossiers;
use crate::sql_types::kept;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use time::OffsetDateTime;

/// In work: its clock runs. Written out, so that the partial index `dossiers_in_work` serves on SQLite too. A list that has
/// a narrower way in binds the stages instead, so that SQLite doesn't take this one.
pub(crate) fn in_work() -> SqlLiteral<Bool> {
    sql("dossiers.stage in ('accepted', 'in_progress')")
}

/// Late: an appointment was ever missed and put on record, or it was finished after its appointment, or it is in work and
/// past it.
///
/// Not late: finished by its appointment, or unfinished and not past it; nobody gets late while the clock stands. What has
/// no appointment, or ended in time without a result, is neither. That a dossier was rescheduled is told apart.
pub(super) fn by_lateness(dossiers: Boxed<'_>, late: bool, now: OffsetDateTime) -> Boxed<'_> {
    let now = kept(now);
    if late {
        let past = in_work().and(dossiers::overdue_after.lt(now).assume_not_null());
        let finished_late = dossiers::finished_at.gt(dossiers::overdue_after).assume_not_null();
        dossiers.filter(dossiers::breached_at.is_not_null().or(finished_late).or(past))
    } else {
        let not_past = in_work().and(dossiers::overdue_after.ge(now).assume_not_null());
        let unfinished = not_past.or(dossiers::waiting.is_not_null());
        let in_time = dossiers::finished_at.le(dossiers::overdue_after).assume_not_null();
        dossiers.filter(dossiers::breached_at.is_null()).filter(in_time.or(unfinished))
    }
}
