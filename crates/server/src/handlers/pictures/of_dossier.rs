use super::{Wanted, Way, standing, svg};
use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::handlers::reference;
use crate::http::{Problem, Query, language};
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::Lang;
use store::log;
use store::query::Ref;

/// A dossier's process as a picture (SVG): legs, shares, the path that decides, where it stands and who holds it.
///
/// # Errors
/// 401, 403; 404.
#[utoipa::path(tag = "pictures", security(("bearer" = [])),
    params(("ref" = String, Path, description = "id or number"), Wanted),
    responses((status = 200, body = String, content_type = "image/svg+xml")))]
#[get("/dossiers/{ref}/picture.svg")]
pub(crate) async fn of_dossier(
    app: web::Data<App>,
    request: HttpRequest,
    by: Reader,
    named: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let reference = reference(&named)?;
    let picture = blocking(app, move |app| read(app, &by, &reference, wanted.0.direction, lang));
    Ok(svg(picture.await?))
}

/// The picture of a dossier that `by` may see.
///
/// # Errors
/// Not found; the database.
pub(crate) fn read(
    app: &App,
    by: &Reader,
    on: &Ref,
    way: Option<Way>,
    lang: Lang,
) -> Result<String, Problem> {
    let loaded = app.store.read(|db| log::load(db, &by.scope(), on))?.ok_or(Problem::NotFound)?;
    standing(app, &by.actor(), &loaded.state, way, lang)
}
