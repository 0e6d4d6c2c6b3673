use super::contact::person_of;
use crate::app::{App, blocking};
use crate::auth::ForApplicant;
use crate::execute::{Act, Target, execute};
use crate::handlers::reference;
use crate::http::{Asked, Problem, language};
use crate::wire::appointment::Detail;
use crate::wire::asked::CompletionIn;
use crate::wire::notices::BroughtOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use intake::{Applicant, Command, Complete, Handed};
use kernel::PersonId;
use store::people::Person;
use store::query::{Ref, Scope};

/// Brings what lacks before acceptance: documents, or the applicant's details anew. The holder of the dossier's secret,
/// or a clerk for them.
///
/// # Errors
/// 409 `listed-components-only`, `right-desk`, `stage-order`; 401 without sign-in or secret; 403 for staff who are no
/// clerks; 404; 422 where nothing is brought; 429 without sign-in.
#[utoipa::path(tag = "dossiers", security(("bearer" = []), ("secret" = [])), request_body = CompletionIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = BroughtOut)))]
#[post("/dossiers/{ref}/completion")]
pub(crate) async fn complete(
    app: web::Data<App>,
    request: HttpRequest,
    by: ForApplicant,
    named: web::Path<String>,
    asked: Asked<CompletionIn>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let reference = reference(&named)?;
    let act = blocking(app.clone(), move |app| bringing(app, &by, &reference, asked)).await?;
    let detail = Detail::for_reader(&act.actor);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(BroughtOut::of(&done, detail, lang)?))
}

fn bringing(
    app: &App,
    by: &ForApplicant,
    reference: &Ref,
    asked: Asked<CompletionIn>,
) -> Result<Act, Problem> {
    let (actor, scope, on) = by.on(app, reference)?;
    let (command, details) = command(app, &scope, &on, asked.body)?;
    let act = Act::new(actor, Target::Known(scope, on), command, asked.terms);
    Ok(details.into_iter().fold(act, Act::with))
}

/// The command that brings this, with the applicant's details where they are anew. What the applicant asks for stays as it was
/// said when the submission came in.
///
/// # Errors
/// 422 where nothing is brought; not found; the database.
pub(crate) fn command(
    app: &App,
    scope: &Scope,
    on: &Ref,
    body: CompletionIn,
) -> Result<(Command, Option<Person>), Problem> {
    if body.components.is_empty() && body.applicant.is_none() {
        return Err(nothing());
    }
    let components = body.components.into_iter().map(Handed::from).collect();
    let applicant = body.applicant.map(|applicant| (PersonId(app.clock.id()), Applicant::from(applicant)));
    let details = match &applicant {
        Some((id, applicant)) => Some(Person::applicant(*id, applicant, &person_of(app, scope, on)?.request)),
        None => None,
    };
    Ok((Command::Complete(Box::new(Complete { components, applicant })), details))
}

fn nothing() -> Problem {
    Problem::input(
        "/components",
        "missing",
        "Hãy nêu giấy tờ hoặc thông tin người nộp được bổ sung.",
        "Say which documents or details are brought.",
    )
}
