use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::handlers::pictures::svg;
use crate::http::Problem;
use crate::pages::By;
use crate::wire::drawing;
use actix_web::{HttpResponse, get, web};
use kernel::{Lang, ProcedureCode};
use picture::Direction;
use store::catalogue;

/// The process of a draft as a picture.
#[get("/quan-tri/thu-tuc/{code}/ban-nhap.svg")]
pub(crate) async fn of_draft(
    app: web::Data<App>,
    _by: By<Administrator>,
    code: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let code: ProcedureCode = code.parse().map_err(|_| Problem::NotFound)?;
    let picture = blocking(app, move |app| {
        let draft = app.store.read(|db| catalogue::draft(db, &code))?.ok_or(Problem::NotFound)?;
        drawing::draft(app, &draft, Direction::Across, Lang::Vi)
    });
    Ok(svg(picture.await?))
}
