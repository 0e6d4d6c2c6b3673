//! One handler a file: what came in, to a command; what came of it, to an answer. No rule lives here.

pub(crate) mod appointments;
pub(crate) mod catalogue;
pub(crate) mod consultations;
pub(crate) mod dossiers;
pub(crate) mod feedback;
pub(crate) mod files;
pub(crate) mod legs;
pub(crate) mod letters;
pub(crate) mod notices;
pub(crate) mod pictures;
pub(crate) mod sessions;
pub(crate) mod status;
pub(crate) mod steps;
pub(crate) mod system;

use crate::app::App;
use crate::execute::Target;
use crate::http::Problem;
use kernel::{AgencyCode, DossierId};
use store::query::{Ref, Scope};
use uuid::Uuid;

/// Reads how a dossier is named in an address: by id or by number.
///
/// # Errors
/// [`Problem::NotFound`] for what can be neither.
pub(crate) fn reference(text: &str) -> Result<Ref, Problem> {
    if let Ok(id) = Uuid::try_parse(text) {
        return Ok(Ref::Id(DossierId(id)));
    }
    text.parse().map(Ref::Number).map_err(|_| Problem::NotFound)
}

/// A dossier that is there, if `scope` may see it.
///
/// # Errors
/// [`Problem::NotFound`] for a name that can't be one.
pub(crate) fn known(scope: Scope, text: &str) -> Result<Target, Problem> {
    Ok(Target::Known(scope, reference(text)?))
}

/// That there is an agency with this identifier.
///
/// # Errors
/// 422 where there is none; the database.
pub(crate) fn known_agency(app: &App, agency: &AgencyCode) -> Result<(), Problem> {
    if app.directory.newest()?.agency(agency).is_some() {
        return Ok(());
    }
    Err(Problem::input("/agency", "unknown", "Không có cơ quan này.", "There is no such agency."))
}
