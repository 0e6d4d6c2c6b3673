use super::holder::Held;
use crate::app::{App, blocking};
use crate::files::{answer, the_file};
use crate::http::Problem;
use actix_web::{HttpResponse, get, web};
use kernel::FileId;
use uuid::Uuid;

/// A file of one's own dossier.
#[get("/ho-so/{code}/tep/{id}")]
pub(crate) async fn get(
    app: web::Data<App>,
    held: Held,
    address: web::Path<(String, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let id = FileId(address.1);
    let (file, bytes) = blocking(app, move |app| the_file(app, held.id, None, id)).await?;
    Ok(answer(&file, bytes))
}
