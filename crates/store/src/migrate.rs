//! Migrations: the same names on both databases, embedded.

use crate::db::Db;
use crate::error::StoreError;
use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

/// The migrations for PostgreSQL.
pub const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");
/// The migrations for SQLite.
pub const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");

/// Brings the database up to date; does nothing where it is. Of several servers that start at once on one database one
/// does, the others wait for it.
///
/// # Errors
/// [`StoreError::Migration`] with the migration and the database's words.
pub fn migrate(db: &mut Db) -> Result<(), StoreError> {
    let done = match db {
        Db::Pg(connection) => {
            alone(connection, |connection| connection.run_pending_migrations(POSTGRES).map(drop))
        }
        Db::Sqlite(connection) => {
            connection.immediate_transaction(|connection| connection.run_pending_migrations(SQLITE).map(drop))
        }
    };
    done.map_err(|why| StoreError::Migration(why.to_string()))
}

/// Holds the one lock of migrations while `work` goes on. The number stands for this program.
fn alone(connection: &mut PgConnection, work: impl FnOnce(&mut PgConnection) -> Done) -> Done {
    connection.batch_execute("select pg_advisory_lock(12170331)")?;
    let done = work(connection);
    connection.batch_execute("select pg_advisory_unlock(12170331)")?;
    done
}

type Done = diesel::migration::Result<()>;

/// Whether every migration has been run.
///
/// # Errors
/// [`StoreError::Migration`] where the database can't be asked.
pub fn is_up_to_date(db: &mut Db) -> Result<bool, StoreError> {
    let pending = match db {
        Db::Pg(connection) => connection.has_pending_migration(POSTGRES),
        Db::Sqlite(connection) => connection.has_pending_migration(SQLITE),
    };
    pending.map(|pending| !pending).map_err(|why| StoreError::Migration(why.to_string()))
}

/// Takes every migration back: for tests of the migrations themselves.
///
/// # Errors
/// [`StoreError::Migration`] with the database's words.
pub fn revert(db: &mut Db) -> Result<(), StoreError> {
    let done = match db {
        Db::Pg(connection) => connection.revert_all_migrations(POSTGRES).map(drop),
        Db::Sqlite(connection) => connection.revert_all_migrations(SQLITE).map(drop),
    };
    done.map_err(|why| StoreError::Migration(why.to_string()))
}
