use crate::app::App;
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::steps::named;
use crate::http::{Asked, Problem};
use crate::wire::acts::{SendBackIn, StandingOut};
use actix_web::{HttpResponse, post, web};
use routing::Command;

/// Sends a step back to an earlier one of its leg, with the reason.
///
/// # Errors
/// 409 `right-desk`, `changed-meanwhile`, `stage-order`; 403; 404.
#[utoipa::path(tag = "steps", security(("bearer" = [])), request_body = SendBackIn,
    params(
        ("ref" = String, Path, description = "id or number"),
        ("step" = String, Path, description = "the step's code"),
    ),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/steps/{step}/send-back")]
pub(crate) async fn send_back(
    app: web::Data<App>,
    by: AtWork,
    address: web::Path<(String, String)>,
    asked: Asked<SendBackIn>,
) -> Result<HttpResponse, Problem> {
    let body = asked.body;
    let (on, step) = named(by.scope(), &address)?;
    let act = Act::new(
        by.actor(),
        on,
        Command::SendBack { step, to: body.to, reason: body.reason.into_string() },
        asked.terms,
    );
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
