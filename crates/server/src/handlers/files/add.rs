use crate::app::{App, blocking};
use crate::auth::Entitled;
use crate::files::{Taking, take_all};
use crate::handlers::reference;
use crate::http::Problem;
use crate::wire::files::{FileOut, FilesIn};
use actix_multipart::Multipart;
use actix_web::{HttpResponse, post, web};
use store::log;
use store::query::{Ref, Scope};
use time::UtcOffset;

/// Adds files to a dossier, all that are sent or none: PDF, pictures, documents without macros, each known by its bytes and
/// scanned where a scanner is set up. The same bytes under the same name are the same file, however often they are sent: so
/// there is no need of an `Idempotency-Key`. A dossier that is over takes none. For who works on it, and for the holder of its
/// secret.
///
/// # Errors
/// 401 without sign-in or secret; 403; 404; 409 `stage-order`; 413 for a file that is too large; 422 for one that isn't taken, or
/// has something known against it, and for one too many; 429 without sign-in; 503 also where it can't be scanned or kept.
#[utoipa::path(tag = "files", security(("bearer" = []), ("secret" = [])),
    request_body(content = FilesIn, content_type = "multipart/form-data"),
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 201, body = Vec<FileOut>)))]
#[post("/dossiers/{ref}/files")]
pub(crate) async fn add(
    app: web::Data<App>,
    by: Entitled,
    named: web::Path<String>,
    body: Multipart,
) -> Result<HttpResponse, Problem> {
    let reference = reference(&named)?;
    let (taking, offset) = blocking(app.clone(), move |app| begin(app, &by, &reference)).await?;
    let taking = take_all(&app, taking, body).await?;
    let added = blocking(app, move |app| taking.done(app)).await?;
    Ok(HttpResponse::Created().json(FileOut::all(&added, offset)))
}

/// Nothing of the body is read before it is known that they may.
fn begin(app: &App, by: &Entitled, on: &Ref) -> Result<(Taking, UtcOffset), Problem> {
    let (dossier, staff) = by.dossier(app, on)?;
    let loaded = app.store.read(|db| log::load(db, &Scope::All, &Ref::Id(dossier)))?;
    let state = loaded.ok_or(Problem::NotFound)?.state;
    dossier::takes_files(&state)?;
    let receiving = &state.intake.submitted.as_ref().ok_or(Problem::NotFound)?.agency;
    let offset = app.directory.newest()?.calendar_of(receiving)?.data().utc_offset;
    Ok((Taking::begin(app, dossier, staff.map(|staff| staff.user))?, offset))
}
