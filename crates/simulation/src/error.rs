//! Why a year can't be simulated.

use dossier::NotCovered;
use std::path::PathBuf;
use store::StoreError;
use thiserror::Error;

/// Why a year can't be simulated.
#[derive(Debug, Error)]
pub enum SimulationError {
    /// A file of the province can't be read.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// The province isn't sound.
    #[error("{0}")]
    Unsound(String),
    /// The database.
    #[error("database: {0}")]
    Store(#[from] StoreError),
    /// A calendar doesn't reach a moment of the year.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
    /// A calendar doesn't reach a moment that was counted.
    #[error("calendar: {0}")]
    Calendar(#[from] calendar::CalendarError),
    /// There is something in the database already.
    #[error("the database isn't empty: a year is simulated in one of its own")]
    NotEmpty,
    /// The thread that writes is gone.
    #[error("the thread that writes has stopped")]
    Stopped,
}
