//! Makes the query tables anew from the log.

use super::load::{from_rows, rows};
use super::pages::ids_after;
use super::query_rows::replace_query_rows;
use crate::db::Db;
use crate::error::StoreError;
use crate::sql_types::Id;
use crate::store::Store;
use diesel::connection::SimpleConnection;
use kernel::DossierId;
use uuid::Uuid;

/// Makes every dossier's query rows anew, a page of dossiers in each transaction. How many dossiers there are. Others may
/// go on working meanwhile; who appends waits for the page.
///
/// # Errors
/// The database; an event that can't be read back.
pub fn rebuild(store: &Store) -> Result<u64, StoreError> {
    let mut count = 0;
    let mut last = Uuid::nil();
    loop {
        let ids = store.read(|db| ids_after(db, last))?;
        let Some(end) = ids.last() else { return Ok(count) };
        last = end.0;
        count += ids.len() as u64;
        store.write(move |db| rebuild_page(db, &ids))?;
    }
}

/// Holds up whoever appends, so that no event is written between reading the log and writing what follows from it.
fn rebuild_page(db: &mut Db, ids: &[Id]) -> Result<(), StoreError> {
    if let Db::Pg(connection) = db {
        connection.batch_execute("lock table events in share mode")?;
    }
    ids.iter().try_for_each(|id| rebuild_dossier(db, DossierId(id.0)))
}

fn rebuild_dossier(db: &mut Db, id: DossierId) -> Result<(), StoreError> {
    let rows = rows(db, id, None)?;
    replace_query_rows(db, &from_rows(id, &rows)?)
}
