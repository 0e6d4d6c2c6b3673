use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::acts::{StandingOut, StepDoneIn};
use actix_web::{HttpResponse, post, web};
use kernel::StepCode;
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
    named: web::Path<(String, String)>,
    asked: Asked<StepDoneIn>,
) -> Result<HttpResponse, Problem> {
    let body = asked.body;
    let (dossier, step) = named.into_inner();
    let step: StepCode = step.parse().map_err(|_| Problem::NotFound)?;
    let act = Act {
        actor: by.actor(),
        on: known(by.scope(), &dossier)?,
        command: Command::Done { step, note: body.note.into_string(), outcome: body.outcome }.into(),
        people: Vec::new(),
        key: asked.key,
        if_match: asked.if_match,
    };
    let done = blocking(app, move |app| execute(app, &act)).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
