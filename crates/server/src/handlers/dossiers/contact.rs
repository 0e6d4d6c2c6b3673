use crate::app::{App, blocking};
use crate::auth::ForApplicant;
use crate::execute::{Act, Target, execute};
use crate::handlers::reference;
use crate::http::{Asked, Problem};
use crate::wire::acts::StandingOut;
use crate::wire::contact::{ContactIn, ContactOut};
use actix_web::{HttpResponse, post, web};
use intake::{Applicant, ApplicantKind, Change, Command};
use kernel::PersonId;
use store::people::Person;
use store::query::{Ref, Scope};
use store::{log, people};

/// Changes the phone, the e-mail, or what the applicant wants to be told: on each step, or nothing that the law doesn't have
/// them told. What isn't named stays. The holder of the dossier's secret, or a clerk for them.
///
/// # Errors
/// 409 `electronic-dossier` where neither phone nor e-mail would be left, `right-desk`, `stage-order`; 401 without sign-in or
/// secret; 403 for staff who are no clerks; 404; 422 where nothing is named; 429 without sign-in.
#[utoipa::path(tag = "dossiers", security(("bearer" = []), ("secret" = [])), request_body = ContactIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = ContactOut)))]
#[post("/dossiers/{ref}/contact")]
pub(crate) async fn contact(
    app: web::Data<App>,
    by: ForApplicant,
    named: web::Path<String>,
    asked: Asked<ContactIn>,
) -> Result<HttpResponse, Problem> {
    let reference = reference(&named)?;
    let act = blocking(app.clone(), move |app| changing(app, &by, &reference, asked)).await?;
    let done = execute(app, act).await?;
    let state = &done.dossier.state;
    let standing = StandingOut::of(done.dossier.id, state);
    Ok(HttpResponse::Ok().json(ContactOut { standing, notify: state.intake.notify.into() }))
}

fn changing(app: &App, by: &ForApplicant, reference: &Ref, asked: Asked<ContactIn>) -> Result<Act, Problem> {
    let (actor, scope, on) = by.on(app, reference)?;
    let (command, person) = command(app, &scope, &on, &asked.body)?;
    let act = Act::new(actor, Target::Known(scope, on), command, asked.terms);
    Ok(person.into_iter().fold(act, Act::with))
}

/// The command that such a change asks for, and the applicant's details as they are then.
///
/// # Errors
/// 422 where nothing is named; not found; the database.
pub(crate) fn command(
    app: &App,
    scope: &Scope,
    on: &Ref,
    body: &ContactIn,
) -> Result<(Command, Option<Person>), Problem> {
    if body.is_empty() {
        return Err(nothing());
    }
    let person = if body.is_elsewhere() { Some(person_of(app, scope, on)?) } else { None };
    let person = person.map(|before| Person { id: PersonId(app.clock.id()), ..body.applied_to(before) });
    let applicant = person.as_ref().map(|person| (person.id, applicant(person)));
    let change = Change { applicant, notify: body.notify.map(Into::into) };
    Ok((Command::ChangeContact(Box::new(change)), person))
}

/// Who applies, as they were last given.
///
/// # Errors
/// Not found; the database.
pub(super) fn person_of(app: &App, scope: &Scope, on: &Ref) -> Result<Person, Problem> {
    let loaded = app.store.read(|db| log::load(db, scope, on))?.ok_or(Problem::NotFound)?;
    let applicant = loaded.state.intake.applicant.ok_or(Problem::NotFound)?;
    app.store.read(|db| people::person(db, applicant))?.ok_or(Problem::NotFound)
}

fn applicant(person: &Person) -> Applicant {
    let kind = person.kind.as_deref().and_then(ApplicantKind::named);
    Applicant {
        kind: kind.unwrap_or(ApplicantKind::Citizen),
        name: person.name.clone(),
        identity: person.identity.clone(),
        phone: person.phone.clone(),
        email: person.email.clone(),
        address: person.address.clone(),
    }
}

fn nothing() -> Problem {
    Problem::input(
        "",
        "missing",
        "Hãy nêu số điện thoại, thư điện tử hoặc cách nhận thông báo muốn đổi.",
        "Say which phone, e-mail or wishes are to be changed.",
    )
}
