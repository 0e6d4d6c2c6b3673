//! Taking messages upon oneself, for a while.

use super::{To, Way};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::notices;
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
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
    let now = Some(kept(claim.now));
    for id in &ids {
        let row = notices::table.find(*id);
        diesel::update(row)
            .set((
                notices::state.eq("claimed"),
                notices::claimed_by.eq(Some(Id(claim.by))),
                notices::available_at.eq(kept(claim.until)),
                notices::attempts.eq(notices::attempts + 1),
            ))
            .execute(db)?;
        let first = notices::table.find(*id).filter(notices::begun_at.is_null());
        diesel::update(first).set(notices::begun_at.eq(now)).execute(db)?;
    }
    let mut claimed = ids.iter().map(|id| read(db, *id)).collect::<Result<Vec<_>, _>>()?;
    claimed.sort_by_key(|message: &Claimed| (message.begun, message.id));
    Ok(claimed)
}

/// The messages that are free, locked on PostgreSQL until the claim is committed; on an SQLite file there is one writer.
fn free(db: &mut Db, claim: &Claim) -> Result<Vec<Id>, StoreError> {
    let waiting = notices::table
        .filter(notices::state.eq_any(["waiting", "claimed"]))
        .filter(notices::available_at.le(kept(claim.now)))
        .order((notices::is_legal.desc(), notices::available_at, notices::id))
        .limit(claim.limit)
        .select(notices::id);
    Ok(match db {
        Db::Pg(connection) => waiting.for_update().skip_locked().load(connection)?,
        Db::Sqlite(connection) => waiting.load(connection)?,
    })
}

fn read(db: &mut Db, id: Id) -> Result<Claimed, StoreError> {
    use crate::schema::outbox;
    let topic = outbox::table.find(outbox_of(db, id)?).select(outbox::topic).first::<String>(db)?;
    let (id, dossier, seq, occasion, way, user, state, attempt, begun): Row = notices::table
        .find(id)
        .select((
            notices::id,
            notices::dossier_id,
            notices::seq,
            notices::occasion,
            notices::channel,
            notices::user_id,
            notices::state,
            notices::attempts,
            notices::begun_at,
        ))
        .first(db)?;
    let begun =
        begun.ok_or_else(|| StoreError::Stored(format!("a {state} notice without a first attempt")))?;
    let to = user.map_or(To::Applicant, |user| To::Staff(UserId(user.0)));
    let way = Way::read(&way)?;
    let (id, dossier) = (id.0, DossierId(dossier.0));
    Ok(Claimed { id, dossier, seq, topic, occasion, to, way, attempt, begun: begun.0 })
}

fn outbox_of(db: &mut Db, id: Id) -> Result<Id, StoreError> {
    Ok(notices::table.find(id).select(notices::outbox_id).first(db)?)
}
