//! Reading the log.

use super::chain::{EventRow, GENESIS};
use crate::db::{Db, each};
use crate::error::StoreError;
use crate::query::{Ref, Scope, find};
use crate::schema::{commands, events};
use crate::sql_types::Id;
use diesel::prelude::*;
use dossier::{Event, State};
use kernel::{DossierId, UserId};
use time::OffsetDateTime;

/// A dossier as it is loaded for deciding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Which.
    pub id: DossierId,
    /// What it is.
    pub state: State,
    /// The hash of its last row.
    pub head: Vec<u8>,
}

impl Loaded {
    /// A dossier that isn't there yet.
    pub fn nothing(id: DossierId) -> Self {
        Self { id, state: State::default(), head: GENESIS.to_vec() }
    }
}

/// One entry of the log, as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 1.
    pub seq: i64,
    /// When.
    pub at: OffsetDateTime,
    /// Who: `staff`, `applicant` or `system`.
    pub actor: String,
    /// The account, where it is staff.
    pub user: Option<UserId>,
    /// What became true.
    pub event: Event,
}

/// Loads a dossier that `scope` may see; none where there is none, or none that it may see.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn load(db: &mut Db, scope: &Scope, reference: &Ref) -> Result<Option<Loaded>, StoreError> {
    let Some(id) = find(db, scope, reference)? else { return Ok(None) };
    from_rows(id, &rows(db, id, None)?).map(Some)
}

/// The log of a dossier that the caller has already been shown to see, in order.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn entries(db: &mut Db, id: DossierId) -> Result<Vec<Entry>, StoreError> {
    rows(db, id, None)?.iter().map(entry).collect()
}

/// The dossier as it was when the command of `caller` under `key` had been carried out; none where no such command
/// was. `same` is whether the body was the same.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn repeated(
    db: &mut Db,
    caller: &str,
    key: &str,
    body_hash: &[u8],
) -> Result<Option<(Loaded, bool)>, StoreError> {
    let command = commands::table
        .find((caller, key))
        .select((commands::dossier_id, commands::seq, commands::body_hash))
        .first::<(Id, i64, Vec<u8>)>(db)
        .optional()?;
    let Some((id, seq, hash)) = command else { return Ok(None) };
    let id = DossierId(id.0);
    let loaded = from_rows(id, &rows(db, id, Some(seq))?)?;
    Ok(Some((loaded, hash == body_hash)))
}

pub(super) fn rows(db: &mut Db, id: DossierId, up_to: Option<i64>) -> Result<Vec<EventRow>, StoreError> {
    let rows = events::table.filter(events::dossier_id.eq(Id(id.0))).order(events::seq);
    Ok(each!(db, connection => match up_to {
        Some(last) => rows.filter(events::seq.le(last)).select(EventRow::as_select()).load(connection),
        None => rows.select(EventRow::as_select()).load(connection),
    })?)
}

pub(super) fn from_rows(id: DossierId, rows: &[EventRow]) -> Result<Loaded, StoreError> {
    let events = rows.iter().map(event).collect::<Result<Vec<_>, _>>()?;
    let head = rows.last().map_or(GENESIS.to_vec(), |row| row.hash.clone());
    Ok(Loaded { id, state: State::of(&events), head })
}

fn entry(row: &EventRow) -> Result<Entry, StoreError> {
    Ok(Entry {
        seq: row.seq,
        at: row.at.0,
        actor: row.actor.clone(),
        user: row.user_id.map(|id| UserId(id.0)),
        event: event(row)?,
    })
}

fn event(row: &EventRow) -> Result<Event, StoreError> {
    Event::read(&row.kind, row.version, &row.payload).map_err(|why| {
        StoreError::Stored(format!("event {} of dossier {}: {why}", row.seq, row.dossier_id.0))
    })
}
