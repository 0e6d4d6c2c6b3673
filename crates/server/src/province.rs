//! The sample province, carried in the program: calendars, agencies, procedures and how imported ones are adopted.

use crate::import::{self, Line};
use catalog::adoption::Adoption;
use catalog::calendar_file;
use catalog::files::{self, Format};
use include_dir::{Dir, include_dir};
use store::{Store, StoreError, catalogue};
use time::OffsetDateTime;

static CONFIG: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../config");

/// Takes the sample province in. Done twice it changes nothing.
///
/// # Errors
/// The database; a file of the province that isn't sound.
pub fn take_in(store: &Store, at: OffsetDateTime) -> Result<Vec<Line>, StoreError> {
    calendars(store, at)?;
    let agencies = files::agencies(text("province/agencies.toml")?, Format::Toml).map_err(unsound)?;
    import::agencies(store, &agencies)?;
    let mut drafts = Vec::new();
    for file in folder("province/procedures")? {
        let read = files::procedures(file, Format::Toml).map_err(unsound)?;
        drafts.extend(read.into_iter().map(|draft| (draft, Vec::new())));
    }
    import::procedures(store, drafts, None, at)
}

/// How the sample province adopts procedures it imports.
///
/// # Errors
/// A file that isn't sound.
pub fn adoption() -> Result<Adoption, StoreError> {
    files::adoption(text("province/adoption.toml")?, Format::Toml).map_err(unsound)
}

/// Takes the calendars in, each as a new version where it says something new.
fn calendars(store: &Store, at: OffsetDateTime) -> Result<(), StoreError> {
    let other = |code: &str| text(&format!("calendars/{code}.toml")).ok().map(str::to_owned);
    for file in folder("calendars")? {
        let calendar = calendar_file::read(file, 1, &other).map_err(unsound)?;
        store.write(move |db| catalogue::put_calendar(db, &calendar, at))?;
    }
    Ok(())
}

fn text(path: &str) -> Result<&'static str, StoreError> {
    let file = CONFIG.get_file(path).and_then(include_dir::File::contents_utf8);
    file.ok_or_else(|| StoreError::Stored(format!("{path} isn't part of the program")))
}

fn folder(path: &str) -> Result<Vec<&'static str>, StoreError> {
    let folder = CONFIG
        .get_dir(path)
        .ok_or_else(|| StoreError::Stored(format!("{path} isn't part of the program")))?;
    Ok(folder.files().filter_map(include_dir::File::contents_utf8).collect())
}

fn unsound(why: impl std::fmt::Display) -> StoreError {
    StoreError::Stored(why.to_string())
}
