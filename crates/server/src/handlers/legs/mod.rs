//! Legs of several agencies: received, and the papers they end in.

pub(crate) mod hand_out_paper;
pub(crate) mod receive;
pub(crate) mod record_paper;

use crate::execute::Target;
use crate::handlers::known;
use crate::http::Problem;
use actix_web::web;
use kernel::LegCode;
use store::query::Scope;

/// The leg of a dossier as its address names them.
///
/// # Errors
/// [`Problem::NotFound`] for names that can't be such.
fn named(scope: Scope, address: &web::Path<(String, String)>) -> Result<(Target, LegCode), Problem> {
    let (dossier, leg) = &**address;
    let leg = leg.parse().map_err(|_| Problem::NotFound)?;
    Ok((known(scope, dossier)?, leg))
}
