use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::facts::facts_of;
use crate::handlers::reference;
use crate::http::Problem;
use crate::wire::sheet::SheetOut;
use actix_web::{HttpResponse, get, web};
use store::log;

/// The process control sheet: a row per hand-over, each early, on time or late. A coordinating agency reads its own rows.
///
/// # Errors
/// 401, 403; 404, also before acceptance.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])),
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = SheetOut)))]
#[get("/dossiers/{ref}/sheet")]
pub(crate) async fn sheet(
    app: web::Data<App>,
    by: Reader,
    named: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let reference = reference(&named)?;
    let rows = blocking(app, move |app| {
        let loaded = app.store.read(|db| log::load(db, &by.scope(), &reference))?.ok_or(Problem::NotFound)?;
        let (version, facts) = facts_of(app, &by.actor(), &loaded.state)?;
        let submitted = loaded.state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
        let process = version.process_of(&submitted.case);
        let agency = by.scope().coordinating(&submitted.agency);
        SheetOut::of(&loaded.state, process, &facts, agency.as_ref()).ok_or(Problem::NotFound)
    });
    Ok(HttpResponse::Ok().json(rows.await?))
}
