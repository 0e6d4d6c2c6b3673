//! What an act names must be the dossier's own.

use crate::app::App;
use crate::http::Problem;
use dossier::Command;
use kernel::{DossierId, FileId};
use store::files::of_dossier;

/// That every file a command names is one of this dossier's, or of the draft that it was.
///
/// # Errors
/// 422 at each that isn't, whether there is such a file elsewhere or not; the database.
pub fn are_its_own(app: &App, dossier: DossierId, command: &Command) -> Result<(), Problem> {
    let named: Vec<(String, FileId)> = named(command).collect();
    if named.is_empty() {
        return Ok(());
    }
    let own = app.store.read(|db| of_dossier(db, dossier))?;
    let strange = named.into_iter().filter(|(_, id)| !own.iter().any(|file| file.id == *id));
    let errors: Vec<_> = strange.flat_map(|(pointer, _)| unknown(pointer)).collect();
    if errors.is_empty() { Ok(()) } else { Err(Problem::Input(errors)) }
}

/// Each file with its place in the body.
fn named(command: &Command) -> impl Iterator<Item = (String, FileId)> {
    let scans = command.components().iter().enumerate();
    let scans = scans.filter_map(|(place, handed)| Some((format!("/components/{place}/file"), handed.file?)));
    let paper = command.paper().and_then(|paper| paper.file).map(|file| ("/paper/file".to_owned(), file));
    scans.chain(paper)
}

fn unknown(pointer: String) -> Option<crate::http::InputError> {
    let said = kernel::Said {
        vi: "Hồ sơ không có tệp này; hãy tải tệp lên hồ sơ trước.",
        en: "The dossier has no such file; add it to the dossier first.",
    };
    Some(crate::http::InputError::new(pointer, "unknown", said))
}
