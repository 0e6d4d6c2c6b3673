//! What a clerk has to tell an applicant by other means.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{dossiers, notices};
use crate::sql_types::{Id, Moment, kept};
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use kernel::{AgencyCode, DossierId, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

/// Something that an applicant is to be told by other means, as no message reached them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The message's id.
    pub id: Uuid,
    /// Of which dossier.
    pub dossier: DossierId,
    /// Its number; none before acceptance.
    pub code: Option<String>,
    /// The place of the event in its log.
    pub seq: i64,
    /// The name of the text.
    pub occasion: String,
    /// Whether the law demands it.
    pub is_legal: bool,
    /// The moment before which they must have been told, in UTC, where the law sets one.
    pub deliver_before: Option<OffsetDateTime>,
    /// Why it didn't go out; none where it is still tried, and its time is near.
    pub why: Option<String>,
}

/// What the counter of `agency` has to tell applicants by other means: where every way has failed, and what the law sets a
/// moment for that comes before `near`, as long as nothing of it has gone out: one task, in however many ways it was tried.
/// The most urgent first, `limit` at most.
///
/// # Errors
/// The database.
pub fn tasks(
    db: &mut Db,
    agency: &AgencyCode,
    near: OffsetDateTime,
    limit: i64,
) -> Result<Vec<Task>, StoreError> {
    type Row = (Id, Id, Option<String>, i64, String, bool, Option<Moment>, Option<String>);
    let others = diesel::alias!(notices as others);
    let same = || {
        others
            .filter(others.field(notices::outbox_id).eq(notices::outbox_id))
            .filter(others.field(notices::occasion).eq(notices::occasion))
            .filter(others.field(notices::user_id).is_null())
    };
    let one_is =
        |states: &[&'static str]| same().filter(others.field(notices::state).eq_any(states.to_vec()));
    let one_before = same().filter(others.field(notices::id).lt(notices::id));
    let given_up = notices::state.eq("failed").and(not(exists(one_is(&["waiting", "claimed"]))));
    let is_near = notices::state.eq_any(OPEN).and(notices::deliver_before.lt(kept(near)).assume_not_null());
    let rows: Vec<Row> = notices::table
        .inner_join(dossiers::table)
        .filter(dossiers::agency.eq(agency.to_string()))
        .filter(notices::user_id.is_null())
        .filter(given_up.or(is_near))
        .filter(not(exists(one_is(&["sent", "delivered", "settled"]))))
        .filter(not(exists(one_before)))
        .order((notices::deliver_before, notices::seq, notices::id))
        .select((
            notices::id,
            notices::dossier_id,
            dossiers::code,
            notices::seq,
            notices::occasion,
            notices::is_legal,
            notices::deliver_before,
            notices::why,
        ))
        .limit(limit)
        .load(db)?;
    let task = |(id, dossier, code, seq, occasion, is_legal, before, why): Row| Task {
        id: id.0,
        dossier: DossierId(dossier.0),
        code,
        seq,
        occasion,
        is_legal,
        deliver_before: before.map(|before| before.0),
        why,
    };
    Ok(rows.into_iter().map(task).collect())
}

/// Of which dossier an open task at the counter of `agency` is, and the name of its text; none where there is no such task.
///
/// # Errors
/// The database.
pub fn task(db: &mut Db, agency: &AgencyCode, task: Uuid) -> Result<Option<(DossierId, String)>, StoreError> {
    let row: Option<(Id, String)> = notices::table
        .inner_join(dossiers::table)
        .filter(notices::id.eq(Id(task)))
        .filter(dossiers::agency.eq(agency.to_string()))
        .filter(notices::user_id.is_null())
        .filter(notices::state.eq_any(OPEN))
        .select((notices::dossier_id, notices::occasion))
        .first(db)
        .optional()?;
    Ok(row.map(|(dossier, occasion)| (DossierId(dossier.0), occasion)))
}

/// A clerk of `agency` has told the applicant by other means, `how`: no message tries any more. False where there is no
/// such task at that counter, or none any more.
///
/// # Errors
/// The database.
pub fn settle(
    db: &mut Db,
    agency: &AgencyCode,
    task: Uuid,
    by: UserId,
    at: OffsetDateTime,
    how: &str,
) -> Result<bool, StoreError> {
    let told: Option<(Id, String)> = notices::table
        .inner_join(dossiers::table)
        .filter(notices::id.eq(Id(task)))
        .filter(dossiers::agency.eq(agency.to_string()))
        .select((notices::outbox_id, notices::occasion))
        .first(db)
        .optional()?;
    let Some((outbox, occasion)) = told else { return Ok(false) };
    let open = notices::table
        .filter(notices::outbox_id.eq(outbox))
        .filter(notices::occasion.eq(occasion))
        .filter(notices::user_id.is_null())
        .filter(notices::state.eq_any(OPEN));
    let changes = (
        notices::state.eq("settled"),
        notices::claimed_by.eq(None::<Id>),
        notices::settled_at.eq(Some(kept(at))),
        notices::settled_by.eq(Some(Id(by.0))),
        notices::settled_how.eq(Some(how)),
    );
    Ok(diesel::update(open).set(changes).execute(db)? > 0)
}

/// Nothing of it has gone out.
const OPEN: [&str; 3] = ["waiting", "claimed", "failed"];
