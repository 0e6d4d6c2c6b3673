use crate::app::App;
use crate::auth::Recorder;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::acts::{ResultIn, StandingOut};
use actix_web::{HttpResponse, post, web};
use result::Command;

/// Records the result with its paper; completes the last step where that still lies open with who records it. Of a bundle
/// it collects the papers of all members at the lead's counter, where a clerk may record it too.
///
/// # Errors
/// 409 `denial-needs-reasons`, `lead-and-coordinators`, `right-desk`, `stage-order`, `changed-meanwhile`; 403; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = ResultIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/result")]
pub(crate) async fn record(
    app: web::Data<App>,
    by: Recorder,
    named: web::Path<String>,
    asked: Asked<ResultIn>,
) -> Result<HttpResponse, Problem> {
    let command = Command::from(asked.body);
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
