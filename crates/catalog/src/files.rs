//! The project's own catalogue files, as text: TOML or JSON.

use crate::adoption::Adoption;
use crate::agency::Agency;
use crate::procedure::Draft;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

/// How a catalogue file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// TOML.
    Toml,
    /// JSON.
    Json,
}

/// A catalogue file that can't be read: the parser's message, with line or key.
#[derive(Debug, Error)]
pub enum FileError {
    /// Not such a TOML file.
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    /// Not such a JSON file.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Agencies {
    agencies: Vec<Agency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Procedures {
    procedures: Vec<Draft>,
}

/// Reads a file with a list `agencies`.
///
/// # Errors
/// [`FileError`] with the key or line.
pub fn agencies(text: &str, format: Format) -> Result<Vec<Agency>, FileError> {
    read::<Agencies>(text, format).map(|file| file.agencies)
}

/// Reads a file with a list `procedures`.
///
/// # Errors
/// [`FileError`] with the key or line.
pub fn procedures(text: &str, format: Format) -> Result<Vec<Draft>, FileError> {
    read::<Procedures>(text, format).map(|file| file.procedures)
}

/// Reads an adoption file.
///
/// # Errors
/// [`FileError`] with the key or line.
pub fn adoption(text: &str, format: Format) -> Result<Adoption, FileError> {
    read(text, format)
}

fn read<T: DeserializeOwned>(text: &str, format: Format) -> Result<T, FileError> {
    Ok(match format {
        Format::Toml => toml::from_str(text)?,
        Format::Json => serde_json::from_str(text)?,
    })
}
