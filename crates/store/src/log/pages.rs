//! Everything that is stored of the dossiers, a page of dossiers at a time.

use super::chain::EventRow;
use super::derived::DerivedRows;
use super::rows::{AgencyRow, DossierRow, TurnRow};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{dossier_agencies, dossiers, events, step_turns};
use crate::sql_types::Id;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What is stored of one dossier: its log in order, and its query rows.
#[derive(Debug, Default)]
pub(super) struct Stored {
    pub(super) events: Vec<EventRow>,
    pub(super) dossier: Option<DossierRow>,
    pub(super) agencies: BTreeSet<AgencyRow>,
    pub(super) turns: Vec<TurnRow>,
    pub(super) derived: DerivedRows,
}

/// How many dossiers are read at a time.
const PAGE: usize = 200;

/// The next dossiers by id, whether the log knows them or only a query table does, all seen at the same moment. Empty
/// after the last.
pub(super) fn page_after(db: &mut Db, last: Uuid) -> Result<BTreeMap<Id, Stored>, StoreError> {
    at_one_moment(db, |db| {
        let ids = ids_after(db, last)?;
        match ids.last() {
            Some(end) => stored_between(db, Id(last), *end),
            None => Ok(BTreeMap::new()),
        }
    })
}

/// The ids of the next dossiers.
pub(super) fn ids_after(db: &mut Db, last: Uuid) -> Result<Vec<Id>, StoreError> {
    // The next ones that one table knows; most have several rows a dossier.
    macro_rules! next_in {
        ($table:ident, $id:ident) => {
            $table::table
                .filter($table::$id.gt(Id(last)))
                .select($table::$id)
                .distinct()
                .order($table::$id)
                .limit(PAGE as i64)
                .load::<Id>(db)?
        };
    }
    let mut ids = next_in!(events, dossier_id);
    ids.extend(next_in!(dossiers, id));
    ids.extend(next_in!(dossier_agencies, dossier_id));
    ids.extend(next_in!(step_turns, dossier_id));
    ids.extend(DerivedRows::ids_after(db, Id(last), PAGE as i64)?);
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(PAGE);
    Ok(ids)
}

fn stored_between(db: &mut Db, last: Id, end: Id) -> Result<BTreeMap<Id, Stored>, StoreError> {
    let mut page: BTreeMap<Id, Stored> = BTreeMap::new();
    for row in events_between(db, last, end)? {
        page.entry(row.dossier_id).or_default().events.push(row);
    }
    let rows = dossiers::table.filter(dossiers::id.gt(last)).filter(dossiers::id.le(end));
    for row in rows.select(DossierRow::as_select()).load(db)? {
        page.entry(row.id).or_default().dossier.replace(row);
    }
    let of = dossier_agencies::dossier_id;
    let rows = dossier_agencies::table.filter(of.gt(last)).filter(of.le(end));
    for row in rows.select(AgencyRow::as_select()).load(db)? {
        page.entry(row.dossier_id).or_default().agencies.insert(row);
    }
    let rows =
        step_turns::table.filter(step_turns::dossier_id.gt(last)).filter(step_turns::dossier_id.le(end));
    for row in rows.select(TurnRow::as_select()).load(db)? {
        page.entry(row.dossier_id).or_default().turns.push(row);
    }
    for (id, rows) in DerivedRows::between(db, last, end)? {
        page.entry(id).or_default().derived = rows;
    }
    Ok(page)
}

fn events_between(db: &mut Db, last: Id, end: Id) -> Result<Vec<EventRow>, StoreError> {
    let rows = events::table.filter(events::dossier_id.gt(last)).filter(events::dossier_id.le(end));
    Ok(rows.order((events::dossier_id, events::seq)).select(EventRow::as_select()).load(db)?)
}

/// Reads in one transaction that sees nothing of what is committed meanwhile.
fn at_one_moment<T>(
    db: &mut Db,
    read: impl FnOnce(&mut Db) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    db.transaction(|db| {
        if let Db::Pg(connection) = db {
            connection.batch_execute("set transaction isolation level repeatable read, read only")?;
        }
        read(db)
    })
}
