use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::facts::facts_of;
use crate::handlers::reference;
use crate::http::{Problem, language};
use crate::wire::dossier::DossierOut;
use actix_web::http::header::{ETAG, EntityTag};
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::Lang;
use store::log;
use store::query::Ref;

/// A dossier: its steps, its appointment and why then, what may be done now.
///
/// # Errors
/// 401, 403; 404 for one that isn't there or isn't yours to see.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])),
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = DossierOut)))]
#[get("/dossiers/{ref}")]
pub(crate) async fn get(
    app: web::Data<App>,
    request: HttpRequest,
    by: Reader,
    named: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let reference = reference(&named)?;
    let (dossier, version) = blocking(app, move |app| read(app, &by, &reference, lang)).await?;
    let tag = EntityTag::new_strong(version.to_string());
    Ok(HttpResponse::Ok().insert_header((ETAG, tag)).json(dossier))
}

fn read(app: &App, by: &Reader, reference: &Ref, lang: Lang) -> Result<(DossierOut, i64), Problem> {
    let scope = by.scope();
    let loaded = app.store.read(|db| log::load(db, &scope, reference))?.ok_or(Problem::NotFound)?;
    let state = &loaded.state;
    let (version, facts) = facts_of(app, &by.actor(), state)?;
    let dossier = DossierOut::of(app, &loaded, &version, &facts, &scope, lang)?;
    Ok((dossier, state.version))
}
