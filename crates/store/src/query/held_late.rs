//! Who holds what late.

use super::timely::in_work;
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{dossiers, step_turns, users};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use kernel::{AgencyCode, DossierId, Role};
use time::OffsetDateTime;

/// A step that lies open at an agency, its time used up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldLate {
    /// Of which dossier.
    pub dossier: DossierId,
    /// Its number.
    pub code: Option<String>,
    /// Its procedure.
    pub procedure: String,
    /// Which of its versions.
    pub version: i32,
    /// The case.
    pub case: String,
    /// The step.
    pub step: String,
    /// The role it lies with.
    pub role: String,
    /// Who has it; none where nobody has taken it.
    pub officer: Option<String>,
    /// When its time was used up, in UTC.
    pub due: OffsetDateTime,
    /// When the whole is due, in UTC.
    pub appointment: Option<OffsetDateTime>,
}

/// So many are told at once; those that are longest late are among them.
const MOST: i64 = 200;

/// What lies open at an agency longer than the time it was given, the longest late first, at most 200.
///
/// # Errors
/// The database.
pub fn held_late(db: &mut Db, agency: &AgencyCode, now: OffsetDateTime) -> Result<Vec<HeldLate>, StoreError> {
    type Row =
        (Id, Option<String>, String, i32, String, String, String, Option<String>, Moment, Option<Moment>);
    let rows: Vec<Row> = step_turns::table
        .inner_join(dossiers::table.on(dossiers::id.eq(step_turns::dossier_id)))
        .left_join(users::table.on(users::id.nullable().eq(step_turns::officer)))
        .filter(step_turns::ended_at.is_null())
        .filter(step_turns::agency.eq(agency.to_string()))
        .filter(step_turns::role.eq_any(Role::AT_WORK.map(Role::as_str)))
        .filter(step_turns::due.lt(kept(now)))
        .filter(in_work())
        .order((step_turns::due.asc(), dossiers::id.asc()))
        .limit(MOST)
        .select((
            dossiers::id,
            dossiers::code,
            dossiers::procedure,
            dossiers::procedure_version,
            dossiers::case_code,
            step_turns::step,
            step_turns::role,
            users::name.nullable(),
            step_turns::due,
            dossiers::appointment,
        ))
        .load(db)?;
    let told = rows.into_iter().map(
        |(id, code, procedure, version, case, step, role, officer, due, appointment)| HeldLate {
            dossier: DossierId(id.0),
            code,
            procedure,
            version,
            case,
            step,
            role,
            officer,
            due: due.0,
            appointment: appointment.map(|at| at.0),
        },
    );
    Ok(told.collect())
}
