//! The programs that are measured, built in release, the server's in one go so that they share what they depend on.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::report::say;
use crate::signals::Signals;
use crate::{run, workspace};

/// The programs.
pub(crate) struct Programs {
    /// The server itself.
    pub(crate) motcua: PathBuf,
    /// Fills a database.
    pub(crate) fill: PathBuf,
    /// Sends notices as far as the database is concerned.
    pub(crate) drain: PathBuf,
    /// Bare routes beside the real ones.
    pub(crate) bare_routes: PathBuf,
    /// Due dates.
    pub(crate) due_dates: PathBuf,
    /// Letters.
    pub(crate) letters: PathBuf,
}

const SERVER: &str =
    "build --release --package server --bin motcua --bench fill --bench drain --bench bare_routes";
const CALENDAR: &str = "build --release --package calendar --bench due_dates";
const LETTERS: &str = "build --release --package letters --bench warm_letter";

impl Programs {
    /// Builds them.
    pub(crate) fn build(signals: &Signals) -> Result<Self> {
        let told = built(SERVER, signals)? + &built(CALENDAR, signals)? + &built(LETTERS, signals)?;
        Ok(Self {
            motcua: executable(&told, "motcua")?,
            fill: executable(&told, "fill")?,
            drain: executable(&told, "drain")?,
            bare_routes: executable(&told, "bare_routes")?,
            due_dates: executable(&told, "due_dates")?,
            letters: executable(&told, "warm_letter")?,
        })
    }
}

/// Builds where one can watch; then, all being built, cargo tells where things lie.
fn built(command: &str, signals: &Signals) -> Result<String> {
    say(&format!("    cargo {command}"));
    let words: Vec<&str> = command.split(' ').collect();
    run::to_success(&mut workspace::cargo(&words), signals)?;
    run::quietly(workspace::cargo(&words).arg("--message-format=json"))
}

/// Where the target of this name lies, among the JSON lines that cargo told.
fn executable(told: &str, name: &str) -> Result<PathBuf> {
    let messages = told.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut places = messages
        .filter(|message| message["target"]["name"] == name)
        .filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)));
    places.next().with_context(|| format!("cargo built no {name}"))
}

#[cfg(test)]
mod tests {
    use super::executable;

    #[test]
    fn the_program_of_a_name_is_found() {
        let told = r#"{"reason":"compiler-artifact","target":{"name":"server"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"fill"},"executable":"/t/fill-1"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable(told, "fill").expect("found").to_str(), Some("/t/fill-1"));
        assert!(executable(told, "server").is_err());
    }
}
