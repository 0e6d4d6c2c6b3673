use super::command;
use super::deed::Deed;
use super::fields::{self, Colleagues};
use super::rows::ticked;
use super::seen::{Doer, Seen};
use super::show::components;
use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::execute::{self, Target, execute};
use crate::handlers::reference;
use crate::http::{Problem, Query};
use crate::pages::{By, Sent, Visit, WithFiles, faults, see, uploads};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, get, post, web};
use dossier::Act;
use front::{Form, Link, button, html};
use kernel::{DossierId, Staff, StepCode};
use serde::Deserialize;
use store::accounts;
use store::query::Ref;

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
    asked(app, &by.visit, Doer::staff(&by.right.0, &named), reference(&named)?, slug, wanted.0).await
}

/// Carries an act out, and leads back to the dossier. What is wrong is said on the form, with what was typed still in it.
#[post("/lam-viec/ho-so/{ref}/{act}")]
pub(crate) async fn carry_out(
    app: web::Data<App>,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
    WithFiles(by, sent): WithFiles<By<AtWork>>,
) -> Result<HttpResponse, Problem> {
    let (named, slug) = address.into_inner();
    acted(app, &by.visit, Doer::staff(&by.right.0, &named), reference(&named)?, slug, wanted.0, sent).await
}

/// The form of an act for whoever does it.
///
/// # Errors
/// Not found; the database.
pub(crate) async fn asked(
    app: web::Data<App>,
    visit: &Visit,
    by: Doer,
    on: Ref,
    slug: String,
    wanted: Wanted,
) -> Result<HttpResponse, Problem> {
    let gone = format!("{}?khong-con=1", by.page);
    let found = blocking(app, move |app| offered(app, by, &on, &slug, wanted.tai.as_deref())).await?;
    let Some(offered) = found else { return Ok(see(&gone)) };
    let form = visit.form_for(fields::proposed(&offered.act, &offered.seen), offered.seen.out.version);
    Ok(page(visit, StatusCode::OK, &offered, &form))
}

/// What became of an act, for whoever did it.
///
/// # Errors
/// Not found; the database; what no form can mend.
pub(crate) async fn acted(
    app: web::Data<App>,
    visit: &Visit,
    by: Doer,
    on: Ref,
    slug: String,
    wanted: Wanted,
    mut sent: Sent,
) -> Result<HttpResponse, Problem> {
    let done = format!("{}?xong={slug}", by.page);
    let (asked, offered, typed) = blocking(app.clone(), move |app| {
        let offered = offered(app, by.clone(), &on, &slug, wanted.tai.as_deref())?;
        let asked = asked_for(app, &by, &on, offered.as_ref(), &mut sent);
        Ok((asked, offered, sent.typed))
    })
    .await?;
    let outcome = match asked {
        Ok(Some(act)) => execute(app, act).await.map(drop),
        asked => asked.map(drop),
    };
    match (outcome, offered) {
        (Ok(()), _) => Ok(see(&done)),
        (
            Err(problem @ (Problem::Input(_) | Problem::Broken(_) | Problem::Changed | Problem::Away(_))),
            Some(offered),
        ) => {
            let mut form = visit.form_for(typed, offered.seen.out.version);
            form.faults = faults(&problem, form.lang);
            Ok(page(visit, problem.status_code(), &offered, &form))
        }
        (Err(problem), _) => Err(problem),
    }
}

/// What the form asks for; nothing where it was carried out before. Where the act isn't offered any more, perhaps because
/// this very form was sent twice, a key that was used says so.
fn asked_for(
    app: &App,
    by: &Doer,
    on: &Ref,
    offered: Option<&Offered>,
    sent: &mut Sent,
) -> Result<Option<execute::Act>, Problem> {
    let (terms, target) = (sent.terms.clone(), Target::Known(by.scope.clone(), on.clone()));
    if execute::done_under(app, &by.actor, &target, &terms)? {
        return Ok(None);
    }
    let offered = offered.ok_or(Problem::Changed)?;
    put_away(app, by, &offered.seen, sent)?;
    let (command, person) = command::of(app, &offered.act, sent.clone(), &offered.seen)?;
    let act = execute::Act::new(by.actor.clone(), target, command, terms);
    Ok(Some(person.into_iter().fold(act, execute::Act::with)))
}

/// The files that came with it, if it still takes any. One that was chosen is handed in, whether or not its box was ticked.
fn put_away(app: &App, by: &Doer, seen: &Seen, sent: &mut Sent) -> Result<(), Problem> {
    if !sent.files.is_empty() {
        dossier::takes_files(&seen.state)?;
        uploads::put(app, DossierId(seen.out.id), by.actor.user(), sent)?;
    }
    ticked(&mut sent.typed, seen.version.components_of(&seen.case()));
    Ok(())
}

fn offered(app: &App, by: Doer, on: &Ref, slug: &str, tai: Option<&str>) -> Result<Option<Offered>, Problem> {
    let seen = Seen::by(app, by, on)?;
    let acts = seen.may.iter().map(|act| (act.clone(), Deed::of(act, &seen)));
    let found = acts.into_iter().find(|(_, deed)| deed.slug == slug && deed.on.as_deref() == tai);
    let Some((act, deed)) = found else { return Ok(None) };
    let colleagues = match (&act, seen.by.actor.staff()) {
        (Act::StepAssignment { step }, Some(staff)) => colleagues(app, staff, &seen, step)?,
        _ => Colleagues::new(),
    };
    Ok(Some(Offered { act, deed, seen, colleagues }))
}

/// To whom they can give the step: a leader to any of theirs, anyone else to themselves.
fn colleagues(app: &App, staff: &Staff, seen: &Seen, step: &StepCode) -> Result<Colleagues, Problem> {
    let Some(open) = seen.state.routing.open.iter().find(|open| open.opened.step == *step) else {
        return Ok(Colleagues::new());
    };
    let people = app.store.read(|db| accounts::with_role(db, &staff.agency, open.opened.role))?;
    let gives = routing::assign::is_giver(open, staff);
    let theirs = people.into_iter().filter(|(id, _)| gives || *id == staff.user);
    Ok(theirs.map(|(id, name)| (id.0, name)).collect())
}

fn page(visit: &Visit, status: StatusCode, offered: &Offered, form: &Form) -> HttpResponse {
    let Offered { act, deed, seen, colleagues } = offered;
    let mut frame = visit.frame(deed.title.clone());
    let back = format!("{} {}", seen.say("Hồ sơ", "Dossier"), seen.called());
    frame.back = Some(Link::new(seen.by.page.clone(), back));
    let fields = html! { (fields::of(act, form, seen, colleagues)) (button(&deed.title)) };
    let asked = html! {
        (form.summary())
        p.faint { (seen.out.procedure.name) @if let Some(applicant) = &seen.out.applicant { " – " (applicant.name) } }
        h1 { (deed.title) }
        (form.with_files_to(&deed.address(&seen.by.page), &fields))
    };
    // Whoever works on it has the papers beside what they say of them.
    let content = match seen.by.actor.staff() {
        Some(_) => html! { div.columns { div { (asked) } div { (components(seen)) } } },
        None => asked,
    };
    visit.show_as(status, &frame, &content)
}
