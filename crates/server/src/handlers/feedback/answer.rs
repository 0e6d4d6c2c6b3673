use super::{reference, shown};
use crate::app::{App, blocking};
use crate::auth::Hotline;
use crate::http::{Asked, Problem};
use crate::wire::feedback::{AnswerIn, FeedbackOut};
use actix_web::{HttpResponse, post, web};
use feedback::{Answer, Facts, answer as decide};
use kernel::Actor;
use store::feedback::{Feedback, Ref, Seen, answer as keep, find};
use store::{Db, StoreError};
use time::OffsetDateTime;

/// Answers in writing. The answer is published at once, with what was asked in words that name nobody: the question as it came
/// never is. The very same answer again is the same act.
///
/// # Errors
/// 401; 403 for others than the hotline: clerks, leaders, head and deputies; 404 for what wasn't raised with my agency; 409
/// `answer-in-writing`, `answered-once`.
#[utoipa::path(tag = "feedback", security(("bearer" = [])), request_body = AnswerIn,
    params(("feedback" = String, Path, description = "id or number")),
    responses((status = 200, body = FeedbackOut)))]
#[post("/feedback/{feedback}/answer")]
pub(crate) async fn answer(
    app: web::Data<App>,
    by: Hotline,
    named: web::Path<String>,
    asked: Asked<AnswerIn>,
) -> Result<HttpResponse, Problem> {
    let given = Answer::from(asked.body);
    let published = blocking(app, move |app| answered(app, &by, &named, given));
    Ok(HttpResponse::Ok().json(published.await?))
}

/// Answers one that was raised with the hotline's own agency, and publishes both.
///
/// # Errors
/// Not found; the rule it breaks; the database.
pub(crate) fn answered(app: &App, by: &Hotline, named: &str, given: Answer) -> Result<FeedbackOut, Problem> {
    let (named, now, actor) = (reference(named), app.clock.now(), by.actor());
    let seen = Seen::RaisedWith(by.0.agency.clone());
    let published = app.store.write(move |db| published(db, &seen, &named, &actor, now, &given))?;
    shown(app, published.ok_or(Problem::NotFound)?)
}

/// Decided and kept in one transaction; none where there is no such feedback to be seen.
fn published(
    db: &mut Db,
    seen: &Seen,
    named: &Ref,
    actor: &Actor,
    now: OffsetDateTime,
    given: &Answer,
) -> Result<Option<Feedback>, StoreError> {
    let Some(mut feedback) = find(db, seen, named)? else { return Ok(None) };
    // Whether an answer names the complainant can't be told without knowing who it is: such feedback isn't theirs to answer.
    let Some(author) = feedback.author.clone() else { return Ok(None) };
    let facts = Facts { actor, now, complainant: &author.complainant };
    let answered = decide(&feedback.state, &facts, given.clone()).map_err(StoreError::Broken)?;
    if feedback.state.answered.is_none() {
        keep(db, feedback.id, &answered)?;
    }
    feedback.state.answered = Some(answered);
    Ok(Some(feedback))
}
