use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::acts::{ReturnIn, StandingOut};
use actix_web::{HttpResponse, post, web};
use kernel::PersonId;
use result::{Command, Recipient};
use store::people::Person;

/// Hands the result to an identified person.
///
/// # Errors
/// 409 `identified-recipient`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = ReturnIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/return")]
pub(crate) async fn hand_over(
    app: web::Data<App>,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<ReturnIn>,
) -> Result<HttpResponse, Problem> {
    let ReturnIn { to, identity, channel } = asked.body;
    let person = PersonId(app.clock.id());
    let to = Recipient { name: to.into_string(), identity: identity.into_string() };
    let details = Person::recipient(person, &to);
    let command = Command::Return { person, to, channel };
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms).with(details);
    let done = blocking(app, move |app| execute(app, &act)).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
