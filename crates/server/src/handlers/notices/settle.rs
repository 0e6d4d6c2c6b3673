use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::execute::{Act, Target, execute_and_wait};
use crate::http::{Asked, Problem, Terms};
use crate::wire::tasks::SettlementIn;
use actix_web::{HttpResponse, post, web};
use deadline::{Command, Means};
use kernel::{DossierId, Rule};
use notify::RESCHEDULED;
use store::notices::{settle as settled, task};
use store::query::Ref;
use uuid::Uuid;

/// Says how the applicant was told by other means: no message tries any more. Of the letter of a rescheduling that is the
/// proof that it went out.
///
/// # Errors
/// 401; 403 for others than clerks; 404 for a task that isn't my counter's, or that is settled; 422 without a word of how.
#[utoipa::path(tag = "notices", security(("bearer" = [])), request_body = SettlementIn,
    params(("task" = String, Path, description = "the task's id")),
    responses((status = 204)))]
#[post("/tasks/{task}/settlement")]
pub(crate) async fn settle(
    app: web::Data<App>,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<SettlementIn>,
) -> Result<HttpResponse, Problem> {
    let id = Uuid::try_parse(&named).map_err(|_| Problem::NotFound)?;
    let how = asked.body.how.into_string();
    blocking(app, move |app| settle_by(app, &by, id, &how)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts down how somebody was told.
///
/// # Errors
/// 422 without a word of how; not found; the database.
pub(crate) fn settle_by(app: &App, by: &Clerk, id: Uuid, how: &str) -> Result<(), Problem> {
    if how.trim().is_empty() {
        return Err(unsaid());
    }
    let (agency, how) = (by.0.agency.clone(), how.to_owned());
    let (dossier, occasion) = app.store.read(|db| task(db, &agency, id))?.ok_or(Problem::NotFound)?;
    if occasion == RESCHEDULED {
        went_out(app, by, dossier, how.clone())?;
    }
    let (user, at) = (by.0.user, app.clock.now());
    let done = app.store.write(move |db| settled(db, &agency, id, user, at, &how))?;
    done.then_some(()).ok_or(Problem::NotFound)
}

/// The letter of the rescheduling went out, unless that is on record already.
fn went_out(app: &App, by: &Clerk, dossier: DossierId, how: String) -> Result<(), Problem> {
    let on = Target::Known(by.scope(), Ref::Id(dossier));
    let command = Command::Send { means: Means::Other, how: Some(how) };
    match execute_and_wait(app, &Act::new(by.actor(), on, command, Terms::default())) {
        Err(Problem::Broken(broken)) if broken.rule == Rule::StageOrder => Ok(()),
        done => done.map(drop),
    }
}

fn unsaid() -> Problem {
    Problem::input(
        "/how",
        "missing",
        "Hãy ghi đã báo cho người nộp bằng cách nào.",
        "Say how the applicant was told.",
    )
}
