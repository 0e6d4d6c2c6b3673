use super::command;
use super::deed::Deed;
use super::fields::{self, Colleagues};
use super::seen::Seen;
use crate::app::{App, blocking};
use crate::auth::{AtWork, Reader, Right};
use crate::execute::{self, Target, execute};
use crate::handlers::reference;
use crate::http::{Problem, Query};
use crate::pages::words::facts;
use crate::pages::{By, Sent, Visit, faults, see};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, get, post, web};
use dossier::Act;
use front::{Fault, Form, Link, Markup, button, html};
use kernel::{Role, Staff};
use serde::Deserialize;
use store::accounts;
use store::query::{Ref, Scope};

/// On what it is done: a step, a leg, a number.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    tai: Option<String>,
}

/// An act that is offered, with what its form needs.
struct Offered {
    act: Act,
    deed: Deed,
    seen: Seen,
    colleagues: Colleagues,
}

/// The form of an act. One that can't be done any more leads back to the dossier.
#[get("/lam-viec/ho-so/{ref}/{act}")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: By<AtWork>,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let (named, slug) = address.into_inner();
    let (on, staff) = (reference(&named)?, by.right.0.clone());
    let found = blocking(app, move |app| offered(app, &staff, &on, &slug, wanted.0.tai.as_deref())).await?;
    let Some(offered) = found else { return Ok(see(&format!("/lam-viec/ho-so/{named}?khong-con=1"))) };
    let mut form = by.visit.form(fields::proposed(&offered.act, &offered.seen));
    form.seal.version = Some(offered.seen.out.version);
    Ok(page(&by.visit, StatusCode::OK, &offered, &form))
}

/// Carries an act out, and leads back to the dossier. What is wrong is said on the form, with what was typed still in it.
#[post("/lam-viec/ho-so/{ref}/{act}")]
pub(crate) async fn carry_out(
    app: web::Data<App>,
    by: By<AtWork>,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (named, slug) = address.into_inner();
    let (on, staff, typed) = (reference(&named)?, by.right.0.clone(), sent.typed.clone());
    let tai = wanted.0.tai;
    let (done, offered, slug) = blocking(app, move |app| {
        let offered = offered(app, &staff, &on, &slug, tai.as_deref())?;
        let done = carried_out(app, &staff, &on, offered.as_ref(), sent);
        Ok((done, offered, slug))
    })
    .await?;
    match (done, offered) {
        (Ok(()), _) => Ok(see(&format!("/lam-viec/ho-so/{named}?xong={slug}"))),
        (Err(problem @ (Problem::Input(_) | Problem::Broken(_) | Problem::Changed)), Some(offered)) => {
            let mut form = by.visit.form(typed);
            form.seal.version = Some(offered.seen.out.version);
            form.faults = with_facts(&problem, faults(&problem, &form));
            Ok(page(&by.visit, problem.status_code(), &offered, &form))
        }
        (Err(problem), _) => Err(problem),
    }
}

/// Where the act isn't offered any more, perhaps because this very form was sent twice: then it was carried out once, and a
/// key that was used says so.
fn carried_out(
    app: &App,
    staff: &Staff,
    on: &Ref,
    offered: Option<&Offered>,
    sent: Sent,
) -> Result<(), Problem> {
    let terms = sent.terms.clone();
    let Some(offered) = offered else {
        let done = execute::done_under(app, staff, terms.key.as_ref())?;
        return if done { Ok(()) } else { Err(Problem::Changed) };
    };
    let (command, person) = command::of(app, &offered.act, sent, &offered.seen, staff)?;
    let target = Target::Known(Scope::of(staff), on.clone());
    let act = execute::Act::new(kernel::Actor::Staff(staff.clone()), target, command, terms);
    execute(app, &person.into_iter().fold(act, execute::Act::with)).map(drop)
}

fn offered(
    app: &App,
    staff: &Staff,
    on: &Ref,
    slug: &str,
    tai: Option<&str>,
) -> Result<Option<Offered>, Problem> {
    let seen = Seen::by(app, &Reader::of(staff.clone())?, on)?;
    let acts = seen.may.iter().map(|act| (act.clone(), Deed::of(act, &seen)));
    let found = acts.into_iter().find(|(_, deed)| deed.slug == slug && deed.on.as_deref() == tai);
    let Some((act, deed)) = found else { return Ok(None) };
    let colleagues = match &act {
        Act::StepAssignment { step } => colleagues(app, staff, role_of(&seen, step.as_str()))?,
        _ => Colleagues::new(),
    };
    Ok(Some(Offered { act, deed, seen, colleagues }))
}

/// The role whose people a step can be given to.
fn role_of(seen: &Seen, step: &str) -> Role {
    let open = seen.state.routing.open.iter().find(|open| open.opened.step.as_str() == step);
    open.map_or(Role::Officer, |open| open.opened.role)
}

fn colleagues(app: &App, staff: &Staff, role: Role) -> Result<Colleagues, Problem> {
    let people = app.store.read(|db| accounts::with_role(db, &staff.agency, role))?;
    Ok(people.into_iter().map(|(id, name)| (id.0, name)).collect())
}

/// A broken rule is told with the facts that help to keep it.
fn with_facts(problem: &Problem, mut faults: Vec<Fault>) -> Vec<Fault> {
    if let Problem::Broken(violation) = problem {
        faults.extend(facts(violation, kernel::Lang::Vi).into_iter().map(|text| Fault { name: None, text }));
    }
    faults
}

fn page(visit: &Visit, status: StatusCode, offered: &Offered, form: &Form) -> HttpResponse {
    let Offered { act, deed, seen, colleagues } = offered;
    let mut frame = visit.frame(deed.title.clone());
    frame.is_faulty = !form.faults.is_empty();
    frame.is_wide = false;
    frame.back = Some(Link::new(super::address(seen.out.id), format!("Hồ sơ {}", seen.called())));
    let fields = html! { (fields::of(act, form, seen, colleagues)) (button(&deed.title)) };
    visit.show_as(
        status,
        &frame,
        &html! {
            (form.summary())
            p.faint { (seen.out.procedure.name) " – " (applicant(seen)) }
            h1 { (deed.title) }
            (form.to(&deed.address(seen.out.id), &fields))
        },
    )
}

fn applicant(seen: &Seen) -> Markup {
    html! { @if let Some(applicant) = &seen.out.applicant { (applicant.name) } }
}
