//! Files that were chosen in a form: put away as the dossier's, and named in the fields that they stand in.

use super::Sent;
use crate::app::App;
use crate::files::Taking;
use crate::http::Problem;
use kernel::{DossierId, UserId};

/// The form as if the ids of its files had been typed. What was uploaded stays the dossier's, also where something else in
/// the form is wrong: it needn't be chosen again.
///
/// # Errors
/// 413, 422 at the field, as [`Taking::take`]; away.
pub(super) fn put(
    app: &App,
    dossier: DossierId,
    by: Option<UserId>,
    mut sent: Sent,
) -> Result<Sent, Problem> {
    for upload in std::mem::take(&mut sent.files) {
        let taking = Taking::begin(app, dossier, by)?;
        let taken = taking.take(app, &upload.name, &upload.called, &upload.bytes)?.done(app)?;
        let Some(file) = taken.last() else { continue };
        sent.typed.0.retain(|(name, _)| *name != upload.name);
        sent.typed = sent.typed.with(upload.name, file.id.0.to_string());
    }
    Ok(sent)
}
