use super::{reference, shown};
use crate::app::{App, blocking};
use crate::auth::{Holder, Hotline, Maybe};
use crate::http::{Line, Problem, Query};
use crate::wire::feedback::FeedbackOut;
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::{FeedbackId, Staff};
use serde::Deserialize;
use store::feedback::{Feedback, Ref, Seen, find};
use utoipa::IntoParams;
use uuid::Uuid;

/// How to look it up.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The secret that came with the number; may also come as the header `Dossier-Secret`.
    #[param(value_type = Option<String>, max_length = 64)]
    secret: Option<Line<64>>,
}

/// One by its number: once it is answered for anyone; before that for its author, with the secret, and for the hotline. A wrong
/// secret, what isn't published and what isn't there answer alike.
///
/// # Errors
/// 404; 429 without an account.
#[utoipa::path(tag = "feedback", security((), ("bearer" = []), ("secret" = [])),
    params(("feedback" = String, Path, description = "id or number"), Wanted),
    responses((status = 200, body = FeedbackOut)))]
#[get("/feedback/{feedback}")]
pub(crate) async fn get(
    app: web::Data<App>,
    request: HttpRequest,
    by: Maybe,
    holder: Holder,
    named: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    if by.0.is_none() {
        app.limits.look_up.count(&request)?;
    }
    let secret = wanted.0.secret.map(Line::into_string).or(holder.0);
    let found = blocking(app, move |app| match by.0 {
        Some(staff) => shown(app, by_staff(app, &staff, &reference(&named))?.ok_or(Problem::NotFound)?),
        None => by_anyone(app, &named, secret.as_deref()),
    });
    Ok(HttpResponse::Ok().json(found.await?))
}

/// What anyone may see of one, and with its secret its author.
///
/// # Errors
/// Not found, also for a wrong secret; the database.
pub(crate) fn by_anyone(app: &App, named: &str, secret: Option<&str>) -> Result<FeedbackOut, Problem> {
    let named = reference(named);
    let found = match secret {
        Some(secret) => by_author(app, &named, secret)?,
        None => app.store.read(|db| find(db, &Seen::Published, &named))?,
    };
    shown(app, found.ok_or(Problem::NotFound)?)
}

/// One that was raised with the hotline's own agency.
///
/// # Errors
/// Not found; the database.
pub(crate) fn by_hotline(app: &App, by: &Hotline, named: &str) -> Result<FeedbackOut, Problem> {
    let seen = Seen::RaisedWith(by.0.agency.clone());
    let found = app.store.read(|db| find(db, &seen, &reference(named)))?;
    shown(app, found.ok_or(Problem::NotFound)?)
}

/// What they may see as staff, or else what anyone may.
fn by_staff(app: &App, staff: &Staff, named: &Ref) -> Result<Option<Feedback>, Problem> {
    let own = Seen::by(staff).map(|seen| app.store.read(|db| find(db, &seen, named))).transpose()?.flatten();
    Ok(match own {
        Some(found) => Some(found),
        None => app.store.read(|db| find(db, &Seen::Published, named))?,
    })
}

/// Whether it is there or not, the same question is asked of the database and the same secret reckoned.
fn by_author(app: &App, named: &Ref, secret: &str) -> Result<Option<Feedback>, Problem> {
    let found = app.store.read(|db| find(db, &Seen::All, named))?;
    let id = found.map_or(FeedbackId(Uuid::nil()), |found| found.id);
    if !app.keys.is_feedback_secret(id, secret) {
        return Ok(None);
    }
    Ok(app.store.read(|db| find(db, &Seen::Own(id), &Ref::Id(id)))?)
}
