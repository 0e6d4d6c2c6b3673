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

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = r#"
        [[procedures]]
        code = "1.000001"
        name = "Thủ tục mẫu"
        field = "Mẫu"
        time = { amount = 1, unit = "same_day" }
    "#;
    const JSON: &str = r#"{ "procedures": [{
        "code": "1.000001", "name": "Thủ tục mẫu", "field": "Mẫu", "time": { "amount": 1, "unit": "same_day" }
    }] }"#;

    #[test]
    fn toml_and_json_say_the_same() {
        let toml = procedures(TOML, Format::Toml).expect("a list");
        assert_eq!(toml, procedures(JSON, Format::Json).expect("a list"));
        assert_eq!(toml[0].code.as_str(), "1.000001");
        assert!(!toml[0].unverified);
    }

    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let misspelt = TOML.replace("field", "feild");
        let error = procedures(&misspelt, Format::Toml).expect_err("there is no such key");
        assert!(error.to_string().contains("feild"), "{error}");
        assert!(agencies("[[agency]]", Format::Toml).is_err());
        assert!(adoption("{}", Format::Json).is_err());
    }

    #[test]
    fn a_code_or_a_time_that_cannot_be_one_is_refused() {
        assert!(procedures(&TOML.replace("1.000001", "mã số"), Format::Toml).is_err());
        assert!(procedures(&JSON.replace("same_day", "fortnight"), Format::Json).is_err());
    }
}
