use super::named;
use crate::app::App;
use crate::auth::Signatory;
use crate::execute::{Act, execute};
use crate::http::{Asked, Problem};
use crate::wire::acts::{LegPaperIn, StandingOut};
use actix_web::{HttpResponse, post, web};
use result::Command;

/// Records the paper of its own that a leg of a bundle ends in. It is kept at the lead's counter until all are there, or
/// handed out early where the procedure says so.
///
/// # Errors
/// 409 `denial-needs-reasons`, `right-desk`, `stage-order`, `changed-meanwhile`; 403; 404.
#[utoipa::path(tag = "legs", security(("bearer" = [])), request_body = LegPaperIn,
    params(
        ("ref" = String, Path, description = "id or number"),
        ("leg" = String, Path, description = "the leg's code"),
    ),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/legs/{leg}/paper")]
pub(crate) async fn record_paper(
    app: web::Data<App>,
    by: Signatory,
    address: web::Path<(String, String)>,
    asked: Asked<LegPaperIn>,
) -> Result<HttpResponse, Problem> {
    let (on, leg) = named(by.scope(), &address)?;
    let LegPaperIn { kind, paper, reasons } = asked.body;
    let command =
        Command::RecordPaper { leg, result: kind, paper: paper.into(), reasons: reasons.into_string() };
    let act = Act::new(by.actor(), on, command, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
