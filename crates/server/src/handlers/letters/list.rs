use super::{readable, receiving};
use crate::app::{App, blocking};
use crate::auth::Entitled;
use crate::handlers::reference;
use crate::http::{Problem, language};
use crate::wire::letters::LettersOut;
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::{DossierId, Lang, Staff};
use store::letters::issued_of;
use store::log;

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
        read(app, dossier, staff, lang)
    });
    Ok(HttpResponse::Ok().json(letters.await?))
}

/// The letters of a dossier that `staff`, or the holder of its secret, may read.
///
/// # Errors
/// The database.
pub(crate) fn read(
    app: &App,
    dossier: DossierId,
    staff: Option<&Staff>,
    lang: Lang,
) -> Result<LettersOut, Problem> {
    let entries = app.store.read(|db| log::entries(db, dossier))?;
    let issued = app.store.read(|db| issued_of(db, dossier))?;
    let offset = app.directory.newest()?.calendar_of(receiving(&entries)?)?.data().utc_offset;
    Ok(LettersOut::of(&entries, &readable(&entries, dossier, staff)?, &issued, offset, lang))
}
