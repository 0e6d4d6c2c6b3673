//! From a row of the outbox to a row for each message.

use super::{To, Way};
use crate::db::{Db, each};
use crate::error::StoreError;
use crate::schema::{notices, outbox};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
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

/// What is still to be spread, the oldest first.
///
/// # Errors
/// The database.
pub fn to_spread(db: &mut Db, limit: i64) -> Result<Vec<Told>, StoreError> {
    let rows: Vec<(Id, Id, i64, String)> = outbox::table
        .filter(outbox::state.eq("pending"))
        .order((outbox::available_at, outbox::id))
        .limit(limit)
        .select((outbox::id, outbox::dossier_id, outbox::seq, outbox::topic))
        .load(db)?;
    let told = |(id, dossier, seq, topic): (Id, Id, i64, String)| Told {
        id: id.0,
        dossier: DossierId(dossier.0),
        seq,
        topic,
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Puts down the messages that a row of the outbox comes to, none included, within the caller's transaction. False, and
/// nothing is written, where somebody has done so before.
///
/// # Errors
/// The database.
pub fn spread(db: &mut Db, told: &Told, messages: &[New]) -> Result<bool, StoreError> {
    let row = outbox::table.find(Id(told.id)).filter(outbox::state.eq("pending"));
    let spread = each!(db, connection => diesel::update(row)
        .set(outbox::state.eq("done"))
        .execute(connection))?;
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
