use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::{known, known_agency};
use crate::http::{Asked, Problem};
use crate::wire::consultations::{ConsultationAskedOut, ConsultationIn};
use actix_web::{HttpResponse, post, web};
use routing::Command;

/// Asks another agency for its opinion on an open step, by a deadline; without an answer by then that goes on record, and
/// the work goes on without. By whoever the step lies with.
///
/// # Errors
/// 409 `right-desk`, `changed-meanwhile`, `stage-order`; 403; 404; 422 for an agency that isn't there.
#[utoipa::path(tag = "consultations", security(("bearer" = [])), request_body = ConsultationIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 201, body = ConsultationAskedOut)))]
#[post("/dossiers/{ref}/consultations")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<ConsultationIn>,
) -> Result<HttpResponse, Problem> {
    let Asked { body, terms } = asked;
    let on = known(by.scope(), &named)?;
    let asked_of = body.agency.clone();
    blocking(app.clone(), move |app| known_agency(app, &asked_of)).await?;
    let act = Act::new(by.actor(), on, Command::Consult(body.into()), terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Created().json(ConsultationAskedOut::of(&done)?))
}
