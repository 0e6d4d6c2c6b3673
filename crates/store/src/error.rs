//! What can go wrong at the database.

use diesel::ConnectionError;
use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};
use kernel::{Rule, Violation};
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
    /// What is stored can't be read back, or what is to be stored can't be.
    #[error("stored data: {0}")]
    Stored(String),
    /// The migrations failed.
    #[error("migration: {0}")]
    Migration(String),
    /// The commit that was to carry the command failed: nothing of it is kept.
    #[error("not committed: {0}")]
    NotCommitted(String),
    /// The writer is gone.
    #[error("the writer has stopped")]
    Stopped,
    /// Anything else the database says.
    #[error("database: {0}")]
    Database(#[from] DieselError),
}

impl StoreError {
    /// Whether it is the database that is away, rather than the request that is wrong.
    pub fn is_outage(&self) -> bool {
        match self {
            StoreError::Pool(_)
            | StoreError::Connection(_)
            | StoreError::NotCommitted(_)
            | StoreError::Stopped => true,
            StoreError::Database(error) => connection_lost(error) || cannot_serve(error),
            StoreError::Address
            | StoreError::Raced
            | StoreError::Repeated
            | StoreError::Broken(_)
            | StoreError::Stored(_)
            | StoreError::Migration(_) => false,
        }
    }

    /// The constraint that was broken, where it is one: by its name; for a unique one on SQLite, which doesn't name
    /// it, by its columns.
    pub fn constraint(&self) -> Option<&str> {
        let StoreError::Database(DieselError::DatabaseError(_, info)) = self else { return None };
        info.constraint_name().or_else(|| Some(info.message().split_once(" constraint failed: ")?.1))
    }

    /// The rule whose constraint was broken, where it is one.
    pub fn rule(&self) -> Option<Rule> {
        let broken = self.constraint()?;
        let bears_its_name = |rule: &&Rule| rule.slug() == broken;
        let by_columns =
            || NAMED_BY_COLUMNS.iter().find(|(columns, _)| *columns == broken).map(|(_, rule)| *rule);
        Rule::ALL.iter().find(bears_its_name).copied().or_else(by_columns)
    }

    /// A broken constraint of a rule as the rule itself, as if it had been decided so.
    pub(crate) fn into_rule(self) -> StoreError {
        self.rule().map_or(self, |rule| StoreError::Broken(Violation::of(rule)))
    }

    /// Whether it is the connection that is gone, so that another may serve.
    pub(crate) fn is_lost_connection(&self) -> bool {
        matches!(self, StoreError::Database(error) if connection_lost(error))
    }
}

/// Unique constraints that bear a rule's name, as SQLite says them.
const NAMED_BY_COLUMNS: [(&str, Rule); 2] = [
    ("reschedules.dossier_id", Rule::RescheduleOnce),
    ("needs.dossier_id, needs.gathering, needs.agency", Rule::OneRequestForAllAgencies),
];

/// Whether a unique constraint was broken; on SQLite a trigger may say so too.
pub(crate) fn is_twin(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => true,
        DieselError::DatabaseError(_, info) => info.message().starts_with("UNIQUE constraint failed"),
        _ => false,
    }
}

fn connection_lost(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(kind, _) => {
            matches!(kind, DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand)
        }
        DieselError::RollbackErrorOnCommit { commit_error, .. } => connection_lost(commit_error),
        DieselError::BrokenTransactionManager => true,
        _ => false,
    }
}

/// What SQLite, and PostgreSQL where it speaks English, says when it is there and can't serve for now.
const CANNOT_SERVE: [&str; 7] = [
    "disk is full",
    "No space left on device",
    "disk I/O error",
    "database is locked",
    "database table is locked",
    "unable to open database file",
    "attempt to write a readonly database",
];

fn cannot_serve(error: &DieselError) -> bool {
    let says =
        |info: &dyn DatabaseErrorInformation| CANNOT_SERVE.iter().any(|words| info.message().contains(words));
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::ReadOnlyTransaction, _) => true,
        DieselError::DatabaseError(_, info) => says(info.as_ref()),
        DieselError::RollbackErrorOnCommit { commit_error, .. } => cannot_serve(commit_error),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
