use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::acts::{ReturnIn, StandingOut};
use actix_web::{HttpResponse, post, web};
use kernel::PersonId;
use result::{Command, Recipient};
use store::people::{Part, Person};

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
    let act = Act {
        actor: by.actor(),
        on: known(by.scope(), &named)?,
        people: vec![details(person, &to)],
        command: Command::Return { person, to, channel }.into(),
        key: asked.key,
        if_match: asked.if_match,
    };
    let done = blocking(app, move |app| execute(app, &act)).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}

/// What is kept apart from the log.
fn details(id: PersonId, to: &Recipient) -> Person {
    Person {
        id,
        part: Part::Recipient,
        kind: None,
        name: to.name.clone(),
        identity: to.identity.clone(),
        phone: String::new(),
        email: String::new(),
        address: String::new(),
        request: String::new(),
    }
}
