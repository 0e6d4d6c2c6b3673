//! What can go wrong at the database.

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use kernel::Violation;
use thiserror::Error;

/// What can go wrong at the database.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The address isn't one.
    #[error("DATABASE_URL must be postgres://… or sqlite://path")]
    Address,
    /// No connection could be had in time.
    #[error("no database connection: {0}")]
    Pool(#[from] diesel::r2d2::PoolError),
    /// No connection could be made.
    #[error("no database connection: {0}")]
    Connection(#[from] ConnectionError),
    /// Somebody else appended to the dossier first.
    #[error("somebody else has changed the dossier meanwhile")]
    Raced,
    /// The command was carried out before, by the same caller under the same key.
    #[error("the command was carried out before")]
    Repeated,
    /// Decided inside the transaction: a rule is broken.
    #[error("{0}")]
    Broken(Violation),
    /// What is stored can't be read back.
    #[error("stored data: {0}")]
    Stored(String),
    /// The migrations failed.
    #[error("migration: {0}")]
    Migration(String),
    /// The writer is gone.
    #[error("the writer has stopped")]
    Stopped,
    /// Anything else the database says.
    #[error("database: {0}")]
    Database(#[from] DieselError),
}

use diesel::ConnectionError;

impl StoreError {
    /// Whether it is the database that is away, rather than the request that is wrong.
    pub fn is_outage(&self) -> bool {
        match self {
            StoreError::Pool(_) | StoreError::Connection(_) | StoreError::Stopped => true,
            StoreError::Database(error) => connection_lost(error) || disk_full(error),
            _ => false,
        }
    }

    /// The constraint that was broken, where it is one.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            StoreError::Database(DieselError::DatabaseError(_, info)) => info.constraint_name(),
            _ => None,
        }
    }
}

/// Whether a unique constraint was broken.
pub(crate) fn is_twin(error: &DieselError) -> bool {
    matches!(error, DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _))
}

/// Whether the connection is gone, so that another may serve.
pub(crate) fn connection_lost(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _) => true,
        DieselError::DatabaseError(_, info) => {
            let message = info.message();
            message.contains("server closed the connection")
                || message.contains("terminating connection")
                || message.contains("no connection to the server")
        }
        _ => false,
    }
}

fn disk_full(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(_, info) => {
            let message = info.message();
            message.contains("disk is full") || message.contains("No space left") || message.contains("disk I/O error")
        }
        _ => false,
    }
}
