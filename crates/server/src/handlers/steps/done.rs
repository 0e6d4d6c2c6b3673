use crate::app::App;
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::steps::named;
use crate::http::{Asked, Problem};
use crate::wire::acts::{StandingOut, StepDoneIn};
use actix_web::{HttpResponse, post, web};
use routing::Command;

/// Completes a step; what follows lies open from then on.
///
/// # Errors
/// 409 `right-desk`, `changed-meanwhile`, `stage-order`; 403; 404.
#[utoipa::path(tag = "steps", security(("bearer" = [])), request_body = StepDoneIn,
    params(
        ("ref" = String, Path, description = "id or number"),
        ("step" = String, Path, description = "the step's code"),
    ),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/steps/{step}/done")]
pub(crate) async fn done(
    app: web::Data<App>,
    by: AtWork,
    address: web::Path<(String, String)>,
    asked: Asked<StepDoneIn>,
) -> Result<HttpResponse, Problem> {
    let (on, step) = named(by.scope(), &address)?;
    let act = Act::new(by.actor(), on, Command::Done(asked.body.of(step)), asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
