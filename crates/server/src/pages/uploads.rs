//! Files that were chosen in a form: put away as the dossier's, and named in the fields that they stand in.

use super::Sent;
use super::parts::{AT_ONCE, Upload};
use crate::app::App;
use crate::files::Taking;
use crate::http::{InputError, Problem};
use kernel::{DossierId, FileId, Lang, UserId};

/// From now on it is as if the ids of the form's files had been typed. Each that could be put away is the dossier's, also where
/// another couldn't or something else in the form is wrong: it needn't be chosen again. The caller has seen to it that the
/// dossier takes files ([`dossier::takes_files`]).
///
/// # Errors
/// 422 at the fields, as [`Taking::take`]; away.
pub(super) fn put(app: &App, dossier: DossierId, by: Option<UserId>, sent: &mut Sent) -> Result<(), Problem> {
    let mut faults = Vec::new();
    for upload in std::mem::take(&mut sent.files) {
        match put_away(app, dossier, by, &upload) {
            Ok(id) => sent.typed.set(&upload.name, id.0.to_string()),
            Err(Problem::Input(found)) => faults.extend(found),
            Err(problem) => return Err(problem),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::Input(faults)) }
}

fn put_away(app: &App, dossier: DossierId, by: Option<UserId>, upload: &Upload) -> Result<FileId, Problem> {
    let largest = app.config.files.largest;
    let bytes = upload.bytes.as_ref().ok_or_else(|| too_large(&upload.name, largest))?;
    let taking = Taking::begin(app, dossier, by)?;
    let taken = taking.take(app, &upload.name, &upload.called, bytes)?.done(app)?;
    taken
        .last()
        .map(|file| file.id)
        .ok_or_else(|| Problem::Fault("a file that was taken isn't there".to_owned()))
}

fn too_large(name: &str, largest: usize) -> Problem {
    let detail = |lang| Problem::FileTooLarge(largest).detail(lang);
    Problem::Input(vec![InputError {
        pointer: name.to_owned(),
        code: "too-large",
        vi: format!("{} Mỗi lần gửi, tổng các tệp không quá {AT_ONCE} lần mức đó.", detail(Lang::Vi)),
        en: format!("{} All files sent at once: at most {AT_ONCE} times as much.", detail(Lang::En)),
    }])
}
