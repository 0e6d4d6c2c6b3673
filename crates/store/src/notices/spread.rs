//! From a row of the outbox to a row for each message.

use super::{To, Way};
use crate::db::{Db, each};
use crate::error::StoreError;
use crate::schema::{notices, outbox};
use crate::sql_types::{Id, Moment, kept};
use crate::statements::Update;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use kernel::DossierId;
use time::OffsetDateTime;
use uuid::Uuid;

/// Something that somebody is to be told: an event of a dossier, or a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The row's id.
    pub id: Uuid,
    /// Of which dossier.
    pub dossier: DossierId,
    /// The place of the event in its log; of a warning, the last one then.
    pub seq: i64,
    /// The event's kind, or the warning's name.
    pub topic: String,
}

/// A message that is to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// Its id, the same at each attempt.
    pub id: Uuid,
    /// The name of its text.
    pub occasion: String,
    /// To whom.
    pub to: To,
    /// Which way; by [`Way::None`] it is a task from the beginning.
    pub way: Way,
    /// Whether the law demands it.
    pub is_legal: bool,
    /// The moment before which it must have gone out, where the law sets one.
    pub deliver_before: Option<OffsetDateTime>,
    /// Not to be sent before.
    pub not_before: OffsetDateTime,
}

type Row = (Id, Id, i64, String);

/// Takes what is to be spread at `now`, the oldest first: until then it is nobody else's. What was taken and not spread by
/// then, as it can't be or whoever took it was killed, is there to be taken again.
///
/// # Errors
/// The database.
pub fn to_spread(
    db: &mut Db,
    now: OffsetDateTime,
    until: OffsetDateTime,
    limit: i64,
) -> Result<Vec<Told>, StoreError> {
    let rows = pending(db, now, limit)?;
    if !rows.is_empty() {
        let ids: Vec<Id> = rows.iter().map(|row| row.0).collect();
        let taken = outbox::table.filter(outbox::id.eq_any(ids));
        diesel::update(taken).set(outbox::available_at.eq(kept(until))).execute(db)?;
    }
    let told = |(id, dossier, seq, topic): Row| Told { id: id.0, dossier: DossierId(dossier.0), seq, topic };
    Ok(rows.into_iter().map(told).collect())
}

/// Rows whose time has come, locked on PostgreSQL until they are taken; on an SQLite file there is one writer. The states are
/// written out, so that the partial index `outbox_waiting` serves on SQLite too.
fn pending(db: &mut Db, now: OffsetDateTime, limit: i64) -> Result<Vec<Row>, StoreError> {
    let pending = outbox::table
        .filter(sql::<Bool>("outbox.state in ('pending', 'claimed')"))
        .filter(outbox::available_at.le(kept(now)))
        .order((outbox::available_at, outbox::id))
        .limit(limit)
        .select((outbox::id, outbox::dossier_id, outbox::seq, outbox::topic));
    Ok(match db {
        Db::Pg(connection) => pending.for_update().skip_locked().load(connection)?,
        Db::Sqlite(connection) => pending.load(connection)?,
    })
}

/// Puts down the messages that a row of the outbox comes to, none included, within the caller's transaction. False, and
/// nothing is written, where somebody has done so before.
///
/// # Errors
/// The database.
pub fn spread(db: &mut Db, told: &Told, messages: &[New]) -> Result<bool, StoreError> {
    let row = outbox::id.eq(Id(told.id)).and(outbox::state.eq("pending"));
    let update = Update::new("outbox", outbox::state.eq("done"), row);
    let spread = each!(db, connection => update.execute(connection))?;
    if spread == 0 {
        return Ok(false);
    }
    messages.iter().try_for_each(|message| put(db, told, message))?;
    Ok(true)
}

fn put(db: &mut Db, told: &Told, message: &New) -> Result<(), StoreError> {
    let by_hand = message.way == Way::None;
    let user = match message.to {
        To::Applicant => None,
        To::Staff(user) => Some(Id(user.0)),
    };
    let row = (
        notices::id.eq(Id(message.id)),
        notices::outbox_id.eq(Id(told.id)),
        notices::dossier_id.eq(Id(told.dossier.0)),
        notices::seq.eq(told.seq),
        notices::occasion.eq(&message.occasion),
        notices::user_id.eq(user),
        notices::channel.eq(message.way.as_str()),
        notices::is_legal.eq(message.is_legal),
        notices::deliver_before.eq(message.deliver_before.map(kept)),
        notices::state.eq(if by_hand { "failed" } else { "waiting" }),
        notices::attempts.eq(0),
        notices::begun_at.eq(None::<Moment>),
        notices::available_at.eq(kept(message.not_before)),
        notices::why.eq(by_hand.then_some(NO_ADDRESS)),
    );
    each!(db, connection => diesel::insert_into(notices::table).values(row).execute(connection))?;
    Ok(())
}

/// Why a message without an address didn't go out.
const NO_ADDRESS: &str = "no address";
