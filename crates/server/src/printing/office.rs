//! The press, the keys and the shelf.

use crate::config::{Letters, ReceiptPaper};
use crate::http::Problem;
use crate::keys::Keys;
use files::{Files, Folder, Keeper};
use kernel::AgencyCode;
use letters::sign::SigningKey;
use letters::{Fonts, Frame, Letter, LetterError, Paper, Press, Templates};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use time::OffsetDateTime;

/// Where letters are printed, signed and kept.
pub struct Office {
    press: Press,
    built_in: Press,
    keys: BTreeMap<AgencyCode, SigningKey>,
    /// Where their bytes lie.
    pub files: Files,
    /// What receipts are printed on.
    pub receipt_paper: Paper,
}

impl Office {
    /// The office of this configuration. Templates of an office's own that are broken are logged, and the built-in ones used.
    ///
    /// # Errors
    /// What is wrong with the configuration or with a key, in words.
    pub fn of(wanted: &Letters, keys: &Keys) -> Result<Self, String> {
        let fonts = Fonts::from_folder(Path::new(&wanted.fonts));
        Ok(Self {
            press: Press::new(templates(wanted), fonts.clone()),
            built_in: Press::new(Templates::built_in(), fonts),
            keys: signing_keys(&wanted.keys)?,
            files: shelf(wanted, keys),
            receipt_paper: match wanted.receipt_paper {
                ReceiptPaper::A4 => Paper::A4,
                ReceiptPaper::A5 => Paper::A5,
            },
        })
    }

    /// The key with which an agency's letters are signed.
    pub fn key(&self, agency: &AgencyCode) -> Option<&SigningKey> {
        self.keys.get(agency)
    }

    /// The letter as PDF; by the built-in template, where the office's own fails on it.
    ///
    /// # Errors
    /// A fault, where that fails too.
    pub fn press(&self, letter: &Letter, frame: &Frame, at: OffsetDateTime) -> Result<Vec<u8>, Problem> {
        match self.press.print(letter, frame, at) {
            Err(LetterError::Template(fault)) => {
                tracing::error!(%fault, "a template failed, the built-in one is used");
                self.built_in.print(letter, frame, at)
            }
            printed => printed,
        }
        .map_err(|why| Problem::Fault(why.to_string()))
    }
}

/// Where the bytes of letters lie.
pub fn shelf(wanted: &Letters, keys: &Keys) -> Files {
    Files::new(Keeper::Folder(Folder::new(Path::new(&wanted.files))), keys.files())
}

fn templates(wanted: &Letters) -> Templates {
    if wanted.templates.is_empty() {
        return Templates::built_in();
    }
    let (templates, faults) = Templates::read(Path::new(&wanted.templates));
    for fault in faults {
        tracing::error!(%fault, "a template is broken, the built-in one is used");
    }
    templates
}

/// `H32.10.p12` with its passphrase in `H32.10.pass` beside it.
fn signing_keys(folder: &str) -> Result<BTreeMap<AgencyCode, SigningKey>, String> {
    if folder.is_empty() {
        return Ok(BTreeMap::new());
    }
    let entries = fs::read_dir(folder).map_err(|why| format!("letters.keys: {folder}: {why}"))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let keys = paths.filter(|path| path.extension().is_some_and(|end| end == "p12"));
    keys.map(|path| signing_key(&path)).collect()
}

fn signing_key(path: &Path) -> Result<(AgencyCode, SigningKey), String> {
    let wrong = |why: String| format!("letters.keys: {}: {why}", path.display());
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let agency = name.parse().map_err(|why: kernel::BadCode| wrong(why.to_string()))?;
    let key = fs::read(path).map_err(|why| wrong(why.to_string()))?;
    let beside = path.with_extension("pass");
    let passphrase =
        fs::read_to_string(&beside).map_err(|why| wrong(format!("{}: {why}", beside.display())))?;
    let key = SigningKey::read(&key, passphrase.trim_end_matches(['\r', '\n']));
    Ok((agency, key.map_err(|why| wrong(why.to_string()))?))
}
