use super::{Wanted, standing, svg};
use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::handlers::reference;
use crate::http::{Problem, Query, language};
use actix_web::{HttpRequest, HttpResponse, get, web};
use store::log;

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
    let picture = blocking(app, move |app| {
        let loaded = app.store.read(|db| log::load(db, &by.scope(), &reference))?.ok_or(Problem::NotFound)?;
        standing(app, &by.actor(), &loaded.state, wanted.0.direction, lang)
    });
    Ok(svg(picture.await?))
}
