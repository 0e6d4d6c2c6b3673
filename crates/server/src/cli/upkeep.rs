//! `motcua migrate`, `motcua verify`, `motcua rebuild`.

use super::{Outcome, say, setup};
use crate::config::Config;
use crate::keys::Keys;
use crate::printing::Files;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use store::letters::printed_after;
use store::{Store, log};
use uuid::Uuid;

pub(super) fn migrate(config: &Config) -> Outcome {
    setup::store(config)?;
    say("up to date");
    Ok(ExitCode::SUCCESS)
}

/// 0: everything agrees; 1: something doesn't, each finding on a line of its own.
pub(super) fn verify(config: &Config) -> Outcome {
    let store = setup::store(config)?;
    let mut findings = 0_u64;
    let dossiers = store.read(|db| {
        log::verify(db, &mut |finding| {
            findings += 1;
            say(&finding.to_string());
        })
    })?;
    let letters = letters(config, &store, &mut |finding| {
        findings += 1;
        say(&finding);
    })?;
    say(&format!("{dossiers} dossiers, {letters} letters, {findings} findings"));
    Ok(if findings == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many letters are printed; each whose bytes are gone, or aren't what they were, is a finding.
fn letters(config: &Config, store: &Store, found: &mut dyn FnMut(String)) -> Result<u64, Box<dyn Error>> {
    let key_file = Path::new(&config.security.key_file);
    if !key_file.exists() {
        say(&format!("letters weren't looked at: there is no {}", key_file.display()));
        return Ok(0);
    }
    let keys = Keys::from_file(key_file)?;
    let files = Files::new(Path::new(&config.letters.files), keys.files());
    let (mut count, mut last) = (0, Uuid::nil());
    loop {
        let page = store.read(|db| printed_after(db, last, PAGE))?;
        let Some(end) = page.last() else { return Ok(count) };
        last = end.id;
        for letter in &page {
            let Some((hash, _)) = &letter.printed else { continue };
            count += 1;
            if files.get(hash)?.is_none() {
                found(format!(
                    "letter {} of {}: its bytes are gone or damaged",
                    letter.number, letter.agency
                ));
            }
        }
    }
}

/// How many letters are read at a time.
const PAGE: i64 = 500;

pub(super) fn rebuild(config: &Config) -> Outcome {
    let dossiers = log::rebuild(&setup::store(config)?)?;
    say(&format!("{dossiers} dossiers rebuilt"));
    Ok(ExitCode::SUCCESS)
}
