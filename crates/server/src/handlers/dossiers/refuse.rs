use crate::app::App;
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::acts::{RefusalIn, StandingOut};
use actix_web::{HttpResponse, post, web};
use intake::Command;

/// Refuses a submission on one of the procedure's grounds, explained in writing.
///
/// # Errors
/// 409 `refusal-needs-ground`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = RefusalIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/refusal")]
pub(crate) async fn refuse(
    app: web::Data<App>,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<RefusalIn>,
) -> Result<HttpResponse, Problem> {
    let command = Command::from(asked.body);
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
