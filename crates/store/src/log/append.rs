//! Writing the log: what was decided, and everything that follows from it, in one transaction.

use super::chain::EventRow;
use super::load::Loaded;
use super::numbering::{Numbering, draw};
use super::query_rows::write_query_rows;
use crate::db::{Db, each};
use crate::error::{StoreError, is_twin};
use crate::outbox;
use crate::people::{Person, keep};
use crate::schema::{commands, events};
use crate::sql_types::{Id, kept};
use diesel::prelude::*;
use dossier::{Event, evolve};
use kernel::{Actor, Violation};
use std::sync::Arc;
use time::OffsetDateTime;
use uuid::Uuid;

/// Who asked, and under which key, so that a request sent twice is one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// Who.
    pub caller: String,
    /// The key.
    pub key: String,
    /// A hash of what was asked.
    pub body_hash: Vec<u8>,
}

/// Decides with the ordinal that was drawn (1 where none is).
pub type Decide = Arc<dyn Fn(u32) -> Result<Vec<Event>, Violation> + Send + Sync>;

/// What to append.
#[derive(Clone)]
pub struct Append {
    /// The dossier as it was when deciding began.
    pub before: Loaded,
    /// Who acts.
    pub actor: Actor,
    /// When: to the microsecond, as rows keep it, and the same moment that deciding was told, so that the log's rows and
    /// what is written in them agree.
    pub at: OffsetDateTime,
    /// The series to draw a number from, if one is drawn.
    pub numbering: Option<Numbering>,
    /// What is decided, once the number is known.
    pub decide: Decide,
    /// Details to keep apart from the log.
    pub people: Vec<Person>,
    /// Who asked, under which key.
    pub caller: Option<Caller>,
    /// The ids for what goes out: as many as there are events will do.
    pub outgoing: Vec<Uuid>,
}

/// Appends to a dossier's log within the caller's transaction. The dossier as it is afterwards, with what became true.
///
/// The events come right after the number, so that a lost race is found before anything else is written.
///
/// # Errors
/// [`StoreError::Raced`] where somebody else has appended meanwhile; [`StoreError::Repeated`] where the key was used
/// before; [`StoreError::Broken`] where deciding with the drawn number breaks a rule, or what was decided a constraint of
/// that rule's name; [`StoreError::Stored`] for a moment finer than a microsecond, or for too few ids for what goes out;
/// the database.
pub fn append(db: &mut Db, append: &Append) -> Result<(Loaded, Vec<Event>), StoreError> {
    write(db, append).map_err(StoreError::into_rule)
}

fn write(db: &mut Db, append: &Append) -> Result<(Loaded, Vec<Event>), StoreError> {
    to_the_microsecond(append.at)?;
    let ordinal = append.numbering.as_ref().map_or(Ok(1), |series| draw(db, series))?;
    let decided = (append.decide)(ordinal).map_err(StoreError::Broken)?;
    let after = write_events(db, append, &decided)?;
    write_query_rows(db, &append.before.state, &after)?;
    for person in &append.people {
        keep(db, append.before.id, person)?;
    }
    remember(db, append, &after)?;
    outbox::put(db, append.before.id, append.before.state.version, append.at, &decided, &append.outgoing)?;
    Ok((after, decided))
}

fn to_the_microsecond(at: OffsetDateTime) -> Result<(), StoreError> {
    if kept(at).0 == at {
        return Ok(());
    }
    Err(StoreError::Stored("a moment finer than a microsecond: cut it before deciding".to_owned()))
}

fn write_events(db: &mut Db, append: &Append, decided: &[Event]) -> Result<Loaded, StoreError> {
    let mut after = append.before.clone();
    for event in decided {
        after.state = evolve(after.state, event);
        let row = event_row(append, event, after.state.version, after.head);
        let written =
            each!(db, connection => diesel::insert_into(events::table).values(&row).execute(connection));
        written.map_err(|error| if is_twin(&error) { StoreError::Raced } else { error.into() })?;
        after.head = row.hash;
    }
    Ok(after)
}

fn event_row(append: &Append, event: &Event, seq: i64, prev_hash: Vec<u8>) -> EventRow {
    let by = if event.is_the_systems_own() { &Actor::System } else { &append.actor };
    let actor = match by {
        Actor::Staff(_) => "staff",
        Actor::Applicant => "applicant",
        Actor::System => "system",
    };
    let row = EventRow {
        dossier_id: Id(append.before.id.0),
        seq,
        kind: event.kind().to_owned(),
        version: event.version(),
        at: kept(append.at),
        actor: actor.to_owned(),
        user_id: by.user().map(|user| Id(user.0)),
        payload: event.payload(),
        prev_hash,
        hash: Vec::new(),
    };
    row.sealed()
}

fn remember(db: &mut Db, append: &Append, after: &Loaded) -> Result<(), StoreError> {
    let Some(caller) = &append.caller else { return Ok(()) };
    let row = (
        commands::caller.eq(&caller.caller),
        commands::key.eq(&caller.key),
        commands::body_hash.eq(&caller.body_hash),
        commands::dossier_id.eq(Id(append.before.id.0)),
        commands::seq.eq(after.state.version),
        commands::at.eq(kept(append.at)),
    );
    let written = diesel::insert_into(commands::table).values(row).execute(db);
    written.map(drop).map_err(|error| if is_twin(&error) { StoreError::Repeated } else { error.into() })
}
