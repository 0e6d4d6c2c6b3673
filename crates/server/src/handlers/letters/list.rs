use super::readable;
use crate::app::{App, blocking};
use crate::auth::Entitled;
use crate::handlers::reference;
use crate::http::{Problem, language};
use crate::wire::letters::LettersOut;
use actix_web::{HttpRequest, HttpResponse, get, web};

/// The letters of a dossier, with their numbers once they were issued: for who works on it, and for the holder of its secret.
///
/// # Errors
/// 401 without sign-in or secret; 403; 404; 429 without sign-in.
#[utoipa::path(tag = "letters", security(("bearer" = []), ("secret" = [])),
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = LettersOut)))]
#[get("/dossiers/{ref}/letters")]
pub(crate) async fn list(
    app: web::Data<App>,
    request: HttpRequest,
    by: Entitled,
    named: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let reference = reference(&named)?;
    let letters = blocking(app, move |app| {
        let (dossier, staff) = by.dossier(app, &reference)?;
        LettersOut::of(app, dossier, &readable(app, dossier, staff)?, lang)
    });
    Ok(HttpResponse::Ok().json(letters.await?))
}
