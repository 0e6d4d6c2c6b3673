use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::files::{answer, the_file};
use crate::handlers::reference;
use crate::http::Problem;
use crate::pages::By;
use actix_web::{HttpResponse, get, web};
use kernel::FileId;
use store::query::{Scope, find};
use uuid::Uuid;

/// A file of a dossier, for who works on it.
#[get("/lam-viec/ho-so/{ref}/tep/{id}")]
pub(crate) async fn get(
    app: web::Data<App>,
    by: By<AtWork>,
    address: web::Path<(String, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (named, id) = address.into_inner();
    let (on, staff) = (reference(&named)?, by.right.0.clone());
    let (file, bytes) = blocking(app, move |app| {
        let dossier = app.store.read(|db| find(db, &Scope::of(&staff), &on))?.ok_or(Problem::NotFound)?;
        the_file(app, dossier, Some(&staff), FileId(id))
    })
    .await?;
    Ok(answer(&file, bytes))
}
