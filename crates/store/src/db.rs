//! One connection, to either database.

use crate::error::StoreError;
use diesel::connection::{SimpleConnection, TransactionManager};
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::sqlite::SqliteConnection;
use std::path::Path;

/// A connection to PostgreSQL or to an SQLite file. Its own `establish` is never used: it would fall back to a
/// *file* when the server is down.
#[derive(diesel::MultiConnection)]
#[expect(missing_docs, reason = "the derive adds items of its own")]
pub enum Db {
    Pg(PgConnection),
    Sqlite(SqliteConnection),
}

/// The same expression compiled once per database, for the few things the enum's own backend has no words for.
macro_rules! each {
    ($db:expr, $connection:ident => $body:expr) => {
        match $db {
            $crate::db::Db::Pg($connection) => $body,
            $crate::db::Db::Sqlite($connection) => $body,
        }
    };
}
pub(crate) use each;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PostgreSQL.
    Postgres,
    /// An SQLite file.
    Sqlite,
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    kind: Kind,
    url: String,
}

impl Address {
    /// Reads `postgres://…`, `postgresql://…`, `sqlite://path`.
    ///
    /// # Errors
    /// [`StoreError::Address`] for anything else, SQLite in memory included, where each connection would see a database
    /// of its own. The address isn't repeated, it may hold a password.
    pub fn read(url: &str) -> Result<Self, StoreError> {
        let is_file = |path: &&str| !path.is_empty() && !path.contains(":memory:");
        if let Some(path) = url.strip_prefix("sqlite://").filter(is_file) {
            return Ok(Self { kind: Kind::Sqlite, url: path.to_owned() });
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self { kind: Kind::Postgres, url: url.to_owned() });
        }
        Err(StoreError::Address)
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Opens a connection. An SQLite file that isn't there is made, with its folder.
    ///
    /// # Errors
    /// What the database or the file system says.
    pub fn connect(&self) -> ConnectionResult<Db> {
        if let (Kind::Sqlite, Some(folder)) = (self.kind, Path::new(&self.url).parent()) {
            std::fs::create_dir_all(folder).map_err(|why| ConnectionError::BadConnection(why.to_string()))?;
        }
        self.open()
    }

    /// Opens one more connection, to read, where there has been one before: a file that is gone isn't made anew, empty.
    fn connect_again(&self) -> ConnectionResult<Db> {
        if self.kind == Kind::Sqlite && !Path::new(&self.url).exists() {
            return Err(ConnectionError::BadConnection("the database file is gone".to_owned()));
        }
        self.open()
    }

    fn open(&self) -> ConnectionResult<Db> {
        Ok(match self.kind {
            Kind::Postgres => Db::Pg(PgConnection::establish(&self.url)?),
            Kind::Sqlite => Db::Sqlite(open_file(&self.url)?),
        })
    }
}

/// What every connection to the file is set to: a durable log (a commit is on the disk when it is answered), readers
/// that don't wait for the writer, foreign keys; pages that many commands change are written back to the file less often
/// than SQLite would by itself (48 MB of log instead of 4). A larger cache would cost the writer more than it saves: a
/// commit that has balanced a tree walks through all of it, and what isn't in it is in the system's own.
const SETTINGS: &str = "
    pragma busy_timeout = 10000;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma cache_size = -8000;
    pragma wal_autocheckpoint = 12000;
    pragma temp_store = memory;
";

/// What those that only read are set to besides: a queue of many dossiers is read from pages that are kept.
const TO_READ: &str = "
    pragma query_only = on;
    pragma cache_size = -32768;
";

fn open_file(path: &str) -> ConnectionResult<SqliteConnection> {
    let mut connection = SqliteConnection::establish(path)?;
    connection.batch_execute(SETTINGS).map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(connection)
}

impl Db {
    /// Keeps the pool from handing this connection out again: diesel doesn't always notice itself that it is lost.
    pub(crate) fn give_up(&mut self) {
        <Db as Connection>::TransactionManager::transaction_manager_status_mut(self).set_in_error();
    }
}

/// Makes connections for the pool. Those to a file only read: it has one writer.
#[derive(Debug, Clone)]
pub(crate) struct Manager(pub(crate) Address);

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Db, Self::Error> {
        let mut db = self.0.connect_again().map_err(diesel::r2d2::Error::ConnectionError)?;
        if let Db::Sqlite(connection) = &mut db {
            connection.batch_execute(TO_READ).map_err(diesel::r2d2::Error::QueryError)?;
        }
        Ok(db)
    }

    /// Nothing is asked of the server at check-out: a broken connection shows itself when it is used.
    fn is_valid(&self, _: &mut Db) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Asked at check-in: one that was lost, or whose user panicked, isn't used again.
    fn has_broken(&self, connection: &mut Db) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}

/// A pool of connections.
pub(crate) type Pool = diesel::r2d2::Pool<Manager>;
