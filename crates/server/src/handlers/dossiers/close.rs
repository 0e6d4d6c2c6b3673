use crate::app::App;
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Nothing, Problem};
use crate::wire::acts::StandingOut;
use actix_web::{HttpResponse, post, web};
use intake::Command;

/// Closes a dossier whose supplement wasn't brought in 15 days; the system does so by itself, too.
///
/// # Errors
/// 409 `right-desk`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = Nothing,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/closing")]
pub(crate) async fn close(
    app: web::Data<App>,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let act = Act::new(by.actor(), known(by.scope(), &named)?, Command::Close, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
