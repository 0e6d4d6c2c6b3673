//! Who sees which files, and their bytes.
//!
//! Who works on a dossier sees all of its files; its holder what the applicant added, and of what staff added that which an
//! event names: a scan of what was handed in, a result's paper. Whether somebody sees the dossier is asked before.

use crate::app::App;
use crate::http::Problem;
use kernel::{DossierId, FileId, Staff};
use store::files::{File, of_dossier, of_this_id};
use store::log::{self, Entry};

/// The files of a dossier that staff see, or its holder (none).
///
/// # Errors
/// The database.
pub fn all(app: &App, dossier: DossierId, staff: Option<&Staff>) -> Result<Vec<File>, Problem> {
    let files = app.store.read(|db| of_dossier(db, dossier))?;
    match staff {
        Some(_) => Ok(files),
        None => Ok(to_the_holder(files, &app.store.read(|db| log::entries(db, dossier))?)),
    }
}

/// A file of a dossier with its bytes, if staff see it, or its holder (none).
///
/// # Errors
/// Not found, whether it isn't there, is another dossier's, or isn't to be seen; a fault where its bytes are gone or damaged; away,
/// where the disk or the bucket can't say; the database.
pub fn the_file(
    app: &App,
    dossier: DossierId,
    staff: Option<&Staff>,
    id: FileId,
) -> Result<(File, Vec<u8>), Problem> {
    let file = seen(app, dossier, staff, id)?;
    let gone = || Problem::Fault(format!("the bytes of file {} are gone or damaged", file.id));
    let bytes = app.shelf.get(&file.sha256)?.ok_or_else(gone)?;
    Ok((file, bytes))
}

fn seen(app: &App, dossier: DossierId, staff: Option<&Staff>, id: FileId) -> Result<File, Problem> {
    let file = app.store.read(|db| of_this_id(db, dossier, id))?.ok_or(Problem::NotFound)?;
    if staff.is_some() || file.by.is_none() {
        return Ok(file);
    }
    let entries = app.store.read(|db| log::entries(db, dossier))?;
    to_the_holder(vec![file], &entries).pop().ok_or(Problem::NotFound)
}

/// Those of a dossier's files that its holder sees; `entries`: its log.
pub fn to_the_holder(files: Vec<File>, entries: &[Entry]) -> Vec<File> {
    let named = |file: &File| entries.iter().any(|entry| entry.event.files().contains(&file.id));
    files.into_iter().filter(|file| file.by.is_none() || named(file)).collect()
}
