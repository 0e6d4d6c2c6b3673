//! Replays everything and compares log, chain and query tables.

use super::append::replace_query_rows;
use super::chain::{EventRow, GENESIS};
use super::load::{Loaded, from_rows};
use super::rows::{DossierRow, TurnRow, dossier_row, turn_rows};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{dossiers, events, step_turns};
use crate::sql_types::Id;
use diesel::prelude::*;
use kernel::DossierId;
use std::fmt;
use uuid::Uuid;

/// Something that doesn't agree, with the row it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The table.
    pub table: &'static str,
    /// The row, by its key.
    pub row: String,
    /// What doesn't agree.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.table, self.row, self.what)
    }
}

/// How many dossiers are read at a time.
const PAGE: i64 = 500;

/// Replays every dossier, telling `found` whatever doesn't agree. How many dossiers there are.
///
/// # Errors
/// The database; what doesn't agree is no error but a finding.
pub fn verify(db: &mut Db, found: &mut dyn FnMut(Finding)) -> Result<u64, StoreError> {
    let mut count = 0;
    let mut last = Uuid::nil();
    loop {
        let ids = ids_after(db, last)?;
        let Some(end) = ids.last() else { return Ok(count) };
        last = end.0;
        for id in ids {
            verify_dossier(db, DossierId(id.0), found)?;
            count += 1;
        }
    }
}

/// The next dossiers by id, whether the log knows them or only a query table does.
pub(super) fn ids_after(db: &mut Db, last: Uuid) -> Result<Vec<Id>, StoreError> {
    let logged = events::table.filter(events::dossier_id.gt(Id(last)));
    let mut ids: Vec<Id> =
        logged.select(events::dossier_id).distinct().order(events::dossier_id).limit(PAGE).load(db)?;
    let listed = dossiers::table.filter(dossiers::id.gt(Id(last)));
    ids.extend(listed.select(dossiers::id).order(dossiers::id).limit(PAGE).load::<Id>(db)?);
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    Ok(ids)
}

pub(super) fn rows_of(db: &mut Db, id: DossierId) -> Result<Vec<EventRow>, StoreError> {
    let rows = events::table.filter(events::dossier_id.eq(Id(id.0))).order(events::seq);
    Ok(rows.select(EventRow::as_select()).load(db)?)
}

fn verify_dossier(db: &mut Db, id: DossierId, found: &mut dyn FnMut(Finding)) -> Result<(), StoreError> {
    let rows = rows_of(db, id)?;
    if let Some(finding) = broken_chain(&rows) {
        found(finding);
        return Ok(());
    }
    match from_rows(id, &rows) {
        Ok(dossier) => compare_query_rows(db, &dossier, found),
        Err(why) => {
            found(Finding { table: "events", row: id.to_string(), what: why.to_string() });
            Ok(())
        }
    }
}

/// The first row that doesn't follow the one before, or doesn't bear its own hash.
fn broken_chain(rows: &[EventRow]) -> Option<Finding> {
    let mut before = GENESIS.to_vec();
    for (row, seq) in rows.iter().zip(1..) {
        let what = if row.seq != seq {
            format!("number {} stands where {seq} should", row.seq)
        } else if row.prev_hash != before {
            "it doesn't follow the row before".to_owned()
        } else if row.hash != row.expected_hash() {
            "its hash doesn't fit its content: it was changed".to_owned()
        } else {
            before.clone_from(&row.hash);
            continue;
        };
        return Some(Finding { table: "events", row: format!("{} seq {}", row.dossier_id.0, row.seq), what });
    }
    None
}

fn compare_query_rows(db: &mut Db, dossier: &Loaded, found: &mut dyn FnMut(Finding)) -> Result<(), StoreError> {
    let id = Id(dossier.id.0);
    let stored = dossiers::table.find(id).select(DossierRow::as_select()).first(db).optional()?;
    if stored != dossier_row(dossier.id, &dossier.state, &dossier.head) {
        found(Finding { table: "dossiers", row: dossier.id.to_string(), what: "it doesn't agree with the log".to_owned() });
    }
    let stored = step_turns::table.filter(step_turns::dossier_id.eq(id));
    let mut stored: Vec<TurnRow> = stored.select(TurnRow::as_select()).load(db)?;
    let mut derived = turn_rows(dossier.id, &dossier.state);
    let key = |row: &TurnRow| (row.step.clone(), row.visit);
    stored.sort_by_key(key);
    derived.sort_by_key(key);
    if stored != derived {
        found(Finding { table: "step_turns", row: dossier.id.to_string(), what: "they don't agree with the log".to_owned() });
    }
    Ok(())
}

/// Makes the query rows of one dossier anew from its log.
pub(super) fn rebuild_dossier(db: &mut Db, id: DossierId) -> Result<(), StoreError> {
    let rows = rows_of(db, id)?;
    replace_query_rows(db, &from_rows(id, &rows)?)
}
