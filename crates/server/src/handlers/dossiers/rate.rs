use crate::app::{App, blocking};
use crate::auth::{Holder, by_holder};
use crate::execute::{Act, Target, execute};
use crate::handlers::reference;
use crate::http::{Asked, Problem};
use crate::wire::acts::{RatingIn, StandingOut};
use actix_web::{HttpRequest, HttpResponse, post, web};
use kernel::Actor;
use result::Command;
use store::query::{Ref, Scope};

/// Rates the service, once, after the result was handed over: the holder of the dossier's secret.
///
/// # Errors
/// 409 `rated-once`; 401 without a secret; 404 for a wrong one; 429.
#[utoipa::path(tag = "dossiers", security(("secret" = [])), request_body = RatingIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/rating")]
pub(crate) async fn rate(
    app: web::Data<App>,
    request: HttpRequest,
    holder: Holder,
    named: web::Path<String>,
    asked: Asked<RatingIn>,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let reference = reference(&named)?;
    let secret = holder.0.ok_or(Problem::SignIn)?;
    let id = blocking(app.clone(), move |app| by_holder(app, &reference, &secret)).await?;
    let on = Target::Known(Scope::Holder(id), Ref::Id(id));
    let command = Command::from(asked.body);
    let done = execute(app, Act::new(Actor::Applicant, on, command, asked.terms)).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
