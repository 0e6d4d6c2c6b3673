//! Whether the very same request was carried out before.

use super::{Done, Judged, Target};
use crate::app::App;
use crate::http::{Key, Problem, Terms};
use kernel::Actor;
use store::log;
use store::log::Caller;

/// Whether somebody has carried out this very request on a dossier before.
///
/// # Errors
/// A key used before for something else; the database.
pub(crate) fn done_under(app: &App, actor: &Actor, on: &Target, terms: &Terms) -> Result<bool, Problem> {
    let caller = terms.key.as_ref().map(|key| caller(actor, on, key));
    Ok(done_before(app, caller.as_ref())?.is_some())
}

/// Who asks, under which key, for what.
pub(super) fn caller(actor: &Actor, on: &Target, key: &Key) -> Caller {
    let caller = match (actor, on) {
        (Actor::Staff(staff), _) => format!("user {}", staff.user),
        (Actor::System, _) => "system".to_owned(),
        (Actor::Applicant, Target::Known(_, reference)) => format!("holder {reference:?}"),
        // Whoever submits online is nobody yet: only the very same request is the same act.
        (Actor::Applicant, Target::New { .. }) => {
            format!("online {}", data_encoding::HEXLOWER.encode(&key.hash))
        }
    };
    Caller { caller, key: key.key.clone(), body_hash: key.hash.clone() }
}

/// What came of it then.
///
/// # Errors
/// A key used before for something else; the database.
pub(super) fn done_before(app: &App, caller: Option<&Caller>) -> Result<Option<Done>, Problem> {
    let Some(caller) = caller else { return Ok(None) };
    let repeated = app.store.read(|db| log::repeated(db, &caller.caller, &caller.key, &caller.body_hash))?;
    match repeated {
        None => Ok(None),
        Some((_, false)) => Err(Problem::reused_key()),
        Some((dossier, true)) => {
            let submitted = dossier.state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
            let version = app.directory.version(&submitted.procedure, submitted.version)?;
            let calendar = app.directory.counted_by(&dossier.state)?;
            Ok(Some(Done { dossier, by: Judged { version, calendar } }))
        }
    }
}
