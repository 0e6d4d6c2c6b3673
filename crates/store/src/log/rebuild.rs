//! Makes the query tables anew from the log.

use super::verify::{ids_after, rebuild_dossier};
use crate::error::StoreError;
use crate::store::Store;
use kernel::DossierId;
use uuid::Uuid;

/// Makes every dossier's query rows anew, a page of dossiers in each transaction. How many dossiers there are.
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
        store.write(move |db| ids.iter().try_for_each(|id| rebuild_dossier(db, DossierId(id.0))))?;
    }
}
