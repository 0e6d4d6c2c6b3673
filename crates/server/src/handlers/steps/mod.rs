//! Steps: completed, sent back, given to somebody.

pub(crate) mod assign;
pub(crate) mod done;
pub(crate) mod send_back;

use crate::execute::Target;
use crate::handlers::known;
use crate::http::Problem;
use actix_web::web;
use kernel::StepCode;
use store::query::Scope;

/// The step of a dossier as its address names them.
///
/// # Errors
/// [`Problem::NotFound`] for names that can't be such.
pub(crate) fn named(
    scope: Scope,
    address: &web::Path<(String, String)>,
) -> Result<(Target, StepCode), Problem> {
    let (dossier, step) = &**address;
    let step = step.parse().map_err(|_| Problem::NotFound)?;
    Ok((known(scope, dossier)?, step))
}
