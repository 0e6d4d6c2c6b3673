//! `motcua migrate`, `motcua verify`, `motcua rebuild`.

use super::{Outcome, say, setup};
use crate::config::Config;
use crate::files::Shelf;
use crate::keys::Keys;
use crate::printing::shelf;
use kernel::FileId;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use store::files::{File, after};
use store::letters::{Issued, printed_after};
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
    let (letters, files) = bytes(config, &store, &mut |finding| {
        findings += 1;
        say(&finding);
    })?;
    say(&format!("{dossiers} dossiers, {letters} letters, {files} files, {findings} findings"));
    Ok(if findings == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many letters are printed and how many files there are; each whose bytes are gone, or aren't what they were, is a
/// finding.
fn bytes(config: &Config, store: &Store, found: Found<'_>) -> Result<(u64, u64), Box<dyn Error>> {
    let key_file = Path::new(&config.security.key_file);
    if !key_file.exists() {
        say(&format!("letters and files weren't looked at: there is no {}", key_file.display()));
        return Ok((0, 0));
    }
    let keys = Keys::from_file(key_file)?;
    Ok((letters(config, &keys, store, found)?, files(config, &keys, store, found)?))
}

type Found<'a> = &'a mut dyn FnMut(String);

fn letters(config: &Config, keys: &Keys, store: &Store, found: Found<'_>) -> Result<u64, Box<dyn Error>> {
    let shelf = shelf(&config.letters, keys);
    let (mut count, mut last) = (0, Uuid::nil());
    loop {
        let page = store.read(|db| printed_after(db, last, PAGE))?;
        let Some(end) = page.last() else { return Ok(count) };
        last = end.id;
        for letter in &page {
            let Some((hash, _)) = &letter.printed else { continue };
            count += 1;
            if shelf.get(hash)?.is_none() {
                let Issued { number, agency, .. } = letter;
                found(format!("letter {number} of {agency}: its bytes are gone or damaged"));
            }
        }
    }
}

fn files(config: &Config, keys: &Keys, store: &Store, found: Found<'_>) -> Result<u64, Box<dyn Error>> {
    let shelf = Shelf::of(&config.files, keys)?;
    let (mut count, mut last) = (0, FileId(Uuid::nil()));
    loop {
        let page = store.read(|db| after(db, last, PAGE))?;
        let Some(end) = page.last() else { return Ok(count) };
        last = end.id;
        for file in &page {
            count += 1;
            if shelf.get(&file.sha256)?.is_none() {
                let File { id, dossier, .. } = file;
                found(format!("file {id} of dossier {dossier}: its bytes are gone or damaged"));
            }
        }
    }
}

/// How many letters or files are read at a time.
const PAGE: i64 = 500;

pub(super) fn rebuild(config: &Config) -> Outcome {
    let dossiers = log::rebuild(&setup::store(config)?)?;
    say(&format!("{dossiers} dossiers rebuilt"));
    Ok(ExitCode::SUCCESS)
}
