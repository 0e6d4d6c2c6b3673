use crate::app::{App, blocking};
use crate::auth::ForApplicant;
use crate::execute::{Act, Target, execute};
use crate::handlers::reference;
use crate::http::{Asked, Problem};
use crate::wire::acts::{StandingOut, WithdrawalIn};
use actix_web::{HttpResponse, post, web};
use intake::Command;

/// Takes a dossier back, until the decision: the holder of its secret, or a clerk for them.
///
/// # Errors
/// 409 `withdraw-before-decision`, `stage-order`; 401 without sign-in or secret; 403 for staff who are no clerks; 404; 429 without sign-in.
#[utoipa::path(tag = "dossiers", security(("bearer" = []), ("secret" = [])), request_body = WithdrawalIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/withdrawal")]
pub(crate) async fn withdraw(
    app: web::Data<App>,
    by: ForApplicant,
    named: web::Path<String>,
    asked: Asked<WithdrawalIn>,
) -> Result<HttpResponse, Problem> {
    let reference = reference(&named)?;
    let (actor, scope, on) = blocking(app.clone(), move |app| by.on(app, &reference)).await?;
    let command = Command::from(asked.body);
    let done = execute(app, Act::new(actor, Target::Known(scope, on), command, asked.terms)).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
