//! The door to the database.

use crate::db::{Address, Db, Kind, Manager, Pool};
use crate::error::StoreError;
use crate::migrate;
use crate::writer::Writer;
use std::sync::Arc;
use std::time::Duration;

/// How to open the store.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the database is.
    pub address: Address,
    /// How many connections at most.
    pub connections: u32,
    /// How long to wait for one.
    pub patience: Duration,
    /// How many commands one commit to an SQLite file carries at most; 1: each its own.
    pub together: usize,
}

/// The store: readers from a pool, writes through the writer. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    readers: Pool,
    writer: Arc<Writer>,
    kind: Kind,
}

impl Store {
    /// Opens the store and brings its tables up to date.
    ///
    /// # Errors
    /// No connection, or a migration that fails.
    pub fn open(settings: &Settings) -> Result<Store, StoreError> {
        migrate::migrate(&mut settings.address.connect()?)?;
        let kind = settings.address.kind();
        let readers = Pool::builder()
            .max_size(settings.connections)
            .min_idle(Some(1))
            .connection_timeout(settings.patience)
            .test_on_check_out(false)
            .build(Manager(settings.address.clone()))?;
        let writer = match kind {
            Kind::Postgres => Writer::pool(readers.clone()),
            Kind::Sqlite => Writer::queue(&settings.address, settings.together)?,
        };
        Ok(Store { readers, writer: Arc::new(writer), kind })
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Runs a query. Where the connection turns out to be lost it is asked again on another, until the pool holds none
    /// that was lost before.
    ///
    /// # Errors
    /// What the query answers; no connection in time.
    pub fn read<T>(&self, mut query: impl FnMut(&mut Db) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut ask = || {
            let mut db = self.readers.get()?;
            query(&mut db).inspect_err(|error| give_up_if_lost(&mut db, error))
        };
        for _ in 0..self.readers.max_size() {
            match ask() {
                Err(error) if error.is_lost_connection() => {}
                answer => return answer,
            }
        }
        ask()
    }

    /// Runs `act` in one transaction: all of its writes are on the disk when this returns, or none ever will be. `act`
    /// may run more than once, begins no transaction of its own, and answers with the error it met: after one there is nothing to be saved.
    ///
    /// # Errors
    /// What `act` answers; no connection in time; [`StoreError::NotCommitted`], or the database's own words, for a
    /// commit that failed. Where PostgreSQL is lost during the commit itself nobody can tell whether it was carried out:
    /// that is an error too, and the command's key tells on the next try.
    ///
    /// # Panics
    /// Where `act` does; nothing of it is kept then.
    pub fn write<T, F>(&self, act: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Db) -> Result<T, StoreError> + Send + 'static,
    {
        self.writer.write(act)
    }

    /// As [`Store::write`], but nobody waits in the queue before an SQLite file: `reply` is told once the commit is on the
    /// disk, or has failed, on the thread that writes, which it must not keep. On PostgreSQL `act` runs on the caller's
    /// thread, and `reply` right after it.
    ///
    /// `reply` is dropped untold where `act` panics in the queue; nothing of it is kept then.
    ///
    /// # Panics
    /// On PostgreSQL, where `act` does.
    pub fn write_then<T, F, R>(&self, act: F, reply: R)
    where
        T: Send + 'static,
        F: FnMut(&mut Db) -> Result<T, StoreError> + Send + 'static,
        R: FnOnce(Result<T, StoreError>) + Send + 'static,
    {
        self.writer.write_then(act, reply);
    }
}

/// A connection that was lost doesn't go back into the pool.
pub(crate) fn give_up_if_lost(db: &mut Db, error: &StoreError) {
    if error.is_lost_connection() {
        db.give_up();
    }
}
