//! Taking messages upon oneself, for a while.

use super::{To, Way};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{notices, outbox};
use crate::sql_types::{Id, Moment, kept};
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use kernel::{DossierId, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

/// Who claims, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The claim's own id: a worker draws a new one for each.
    pub by: Uuid,
    /// When.
    pub now: OffsetDateTime,
    /// Until when nobody else takes the same messages. What isn't said to be sent by then may be sent again.
    pub until: OffsetDateTime,
    /// How many at most.
    pub limit: i64,
}

/// A message that was claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: Uuid,
    /// Of which dossier.
    pub dossier: DossierId,
    /// The place of the event in its log.
    pub seq: i64,
    /// The event's kind, or the warning's name.
    pub topic: String,
    /// The name of its text.
    pub occasion: String,
    /// To whom.
    pub to: To,
    /// Which way.
    pub way: Way,
    /// Which attempt this is, from 1.
    pub attempt: i32,
    /// When the first one was.
    pub begun: OffsetDateTime,
}

type Row = (Id, Id, i64, String, String, Option<Id>, String, i32, Option<Moment>);

/// Claims messages whose time has come, what the law demands first, then the longest waiting; among them those whose claim
/// has run out. A message is one claim's only, however many claim at once.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn claim(db: &mut Db, claim: &Claim) -> Result<Vec<Claimed>, StoreError> {
    let ids = free(db, claim)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let free = notices::table.filter(notices::id.eq_any(ids.clone()));
    let begun = free.clone().filter(notices::begun_at.is_null());
    diesel::update(begun).set(notices::begun_at.eq(Some(kept(claim.now)))).execute(db)?;
    let changes = (
        notices::state.eq("claimed"),
        notices::claimed_by.eq(Some(Id(claim.by))),
        notices::available_at.eq(kept(claim.until)),
        notices::attempts.eq(notices::attempts + 1),
    );
    diesel::update(free).set(changes).execute(db)?;
    held(db, &ids)
}

/// Gives back what was claimed and not begun: it is free at once, and that it was claimed doesn't count as an attempt.
/// What isn't the claim's any more stays as it is.
///
/// # Errors
/// The database.
pub fn give_back(db: &mut Db, ids: &[Uuid], claim: Uuid, now: OffsetDateTime) -> Result<(), StoreError> {
    let ids: Vec<Id> = ids.iter().copied().map(Id).collect();
    let still =
        notices::table.filter(notices::id.eq_any(ids)).filter(notices::claimed_by.eq(Some(Id(claim))));
    let changes = (
        notices::state.eq("waiting"),
        notices::claimed_by.eq(None::<Id>),
        notices::available_at.eq(kept(now)),
        notices::attempts.eq(notices::attempts - 1),
    );
    diesel::update(still).set(changes).execute(db)?;
    Ok(())
}

/// The messages that are free, what the law demands before the others.
fn free(db: &mut Db, claim: &Claim) -> Result<Vec<Id>, StoreError> {
    let mut ids = free_of(db, claim, true, claim.limit)?;
    let left = claim.limit - i64::try_from(ids.len()).unwrap_or(claim.limit);
    if left > 0 {
        ids.extend(free_of(db, claim, false, left)?);
    }
    Ok(ids)
}

/// Those that the law demands, or the others: each in the order of the index. On PostgreSQL they are locked until the claim
/// is committed; on an SQLite file there is one writer.
fn free_of(db: &mut Db, claim: &Claim, is_legal: bool, limit: i64) -> Result<Vec<Id>, StoreError> {
    let waiting = notices::table
        .filter(waiting())
        .filter(notices::is_legal.eq(is_legal))
        .filter(notices::available_at.le(kept(claim.now)))
        .order((notices::available_at, notices::id))
        .limit(limit)
        .select(notices::id);
    Ok(match db {
        Db::Pg(connection) => waiting.for_update().skip_locked().load(connection)?,
        Db::Sqlite(connection) => waiting.load(connection)?,
    })
}

/// Not sent yet, nor given up. Written out, so that the partial index `notices_in_turn` serves on SQLite too.
fn waiting() -> SqlLiteral<Bool> {
    sql("notices.state in ('waiting', 'claimed')")
}

/// The claimed messages, in the order in which they are to be sent.
fn held(db: &mut Db, ids: &[Id]) -> Result<Vec<Claimed>, StoreError> {
    let rows: Vec<Row> = notices::table
        .inner_join(outbox::table)
        .filter(notices::id.eq_any(ids.to_vec()))
        .order((notices::is_legal.desc(), notices::begun_at, notices::id))
        .select((
            notices::id,
            notices::dossier_id,
            notices::seq,
            outbox::topic,
            notices::occasion,
            notices::user_id,
            notices::channel,
            notices::attempts,
            notices::begun_at,
        ))
        .load(db)?;
    rows.into_iter().map(claimed).collect()
}

fn claimed(row: Row) -> Result<Claimed, StoreError> {
    let (id, dossier, seq, topic, occasion, user, way, attempt, begun) = row;
    let begun =
        begun.ok_or_else(|| StoreError::Stored("a claimed notice without a first attempt".to_owned()))?;
    Ok(Claimed {
        id: id.0,
        dossier: DossierId(dossier.0),
        seq,
        topic,
        occasion,
        to: user.map_or(To::Applicant, |user| To::Staff(UserId(user.0))),
        way: Way::read(&way)?,
        attempt,
        begun: begun.0,
    })
}
