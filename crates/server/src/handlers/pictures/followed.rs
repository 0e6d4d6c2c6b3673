use super::{Way, standing, svg};
use crate::app::{App, blocking};
use crate::auth::{Holder, by_holder};
use crate::handlers::reference;
use crate::http::{Line, Problem, Query, language};
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::{Actor, DossierId, Lang};
use serde::Deserialize;
use store::log;
use store::query::{Ref, Scope};
use utoipa::IntoParams;

/// How it is to be drawn, and for whom.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Followed {
    /// The secret on the receipt; may also come as the header `Dossier-Secret`.
    #[param(value_type = Option<String>, max_length = 64)]
    secret: Option<Line<64>>,
    /// Which way it runs; across, where nothing is said.
    #[param(inline)]
    direction: Option<Way>,
}

/// A dossier's process as a picture (SVG), for the holder of its secret: which agency does what, and where it stands.
///
/// # Errors
/// 404, also without the secret; 429.
#[utoipa::path(tag = "pictures", params(("code" = String, Path, description = "the dossier's number"), Followed),
    responses((status = 200, body = String, content_type = "image/svg+xml")))]
#[get("/status/{code}/picture.svg")]
pub(crate) async fn followed(
    app: web::Data<App>,
    request: HttpRequest,
    named: web::Path<String>,
    wanted: Query<Followed>,
    holder: Holder,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let lang = language::of(request.headers());
    let reference = reference(&named)?;
    let Followed { secret, direction } = wanted.0;
    let secret = secret.map(Line::into_string).or(holder.0).ok_or(Problem::NotFound)?;
    let picture = blocking(app, move |app| read(app, by_holder(app, &reference, &secret)?, direction, lang));
    Ok(svg(picture.await?))
}

/// The picture of a dossier for the holder of its secret.
///
/// # Errors
/// Not found; the database.
pub(crate) fn read(app: &App, id: DossierId, way: Option<Way>, lang: Lang) -> Result<String, Problem> {
    let loaded = app.store.read(|db| log::load(db, &Scope::Holder(id), &Ref::Id(id)))?;
    standing(app, &Actor::Applicant, &loaded.ok_or(Problem::NotFound)?.state, way, lang)
}
