use crate::app::{App, blocking};
use crate::auth::Entitled;
use crate::files::{answer, the_file};
use crate::handlers::reference;
use crate::http::Problem;
use actix_web::{HttpResponse, get, web};
use kernel::FileId;
use uuid::Uuid;

/// A file of a dossier, as what it is. For who works on the dossier; for the holder of its secret what the applicant added, the
/// scans of what was handed in, and the result's papers.
///
/// # Errors
/// 401 without sign-in or secret; 403; 404, also for another dossier's file; 429 without sign-in; 503.
#[utoipa::path(tag = "files", security(("bearer" = []), ("secret" = [])),
    params(
        ("ref" = String, Path, description = "id or number"),
        ("id" = String, Path, description = "the file's id"),
    ),
    responses((status = 200, content(
        (Vec<u8> = "application/pdf"),
        (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "image/png"),
        (Vec<u8> = "image/tiff"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "application/vnd.oasis.opendocument.text"),
    ))))]
#[get("/dossiers/{ref}/files/{id}")]
pub(crate) async fn get(
    app: web::Data<App>,
    by: Entitled,
    address: web::Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (named, id) = address.into_inner();
    let reference = reference(&named)?;
    let id = Uuid::try_parse(&id).map(FileId).map_err(|_| Problem::NotFound)?;
    let (file, bytes) = blocking(app, move |app| {
        let (dossier, staff) = by.dossier(app, &reference)?;
        the_file(app, dossier, staff, id)
    })
    .await?;
    Ok(answer(&file, bytes))
}
