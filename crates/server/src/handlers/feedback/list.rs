use super::shown;
use crate::app::{App, blocking};
use crate::auth::Maybe;
use crate::http::moment::in_utc;
use crate::http::{Line, Problem, Query};
use crate::wire::feedback::FeedbackOut;
use crate::wire::page::{Length, Page, cut, place};
use actix_web::{HttpResponse, get, web};
use kernel::{AgencyCode, Staff};
use serde::{Deserialize, Serialize};
use store::feedback::{Asked, Cursor, Feedback, Seen, list as listed};
use time::OffsetDateTime;
use utoipa::IntoParams;
use uuid::Uuid;

/// What to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// Raised with this agency.
    #[param(value_type = Option<String>)]
    pub(crate) agency: Option<AgencyCode>,
    /// `true`: what isn't answered yet, what is longest due on top: for the hotline of the agency, and for supervisors.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    pub(crate) open: bool,
    /// Where the page begins.
    #[param(value_type = Option<String>, max_length = 500)]
    pub(crate) after: Option<Line<500>>,
    /// How many at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    pub(crate) limit: Option<Length>,
}

/// Where a page ended.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Place {
    #[serde(serialize_with = "time::serde::rfc3339::serialize", deserialize_with = "in_utc")]
    at: OffsetDateTime,
    id: Uuid,
}

/// What was answered, for anyone, the newest on top: nothing of it says who asked. What is still open, for those who answer.
///
/// # Errors
/// 401 and 403 for what is open; 422 for parameters that don't fit.
#[utoipa::path(tag = "feedback", security((), ("bearer" = [])), params(Wanted),
    responses((status = 200, body = Page<FeedbackOut>)))]
#[get("/feedback")]
pub(crate) async fn list(
    app: web::Data<App>,
    by: Maybe,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(blocking(app, move |app| page(app, by.0.as_ref(), wanted.0)).await?))
}

/// A page of what was answered, or of what is open, for those who answer.
///
/// # Errors
/// 401 and 403 for what is open; 422 for a place that isn't ours; the database.
pub(crate) fn page(app: &App, by: Option<&Staff>, wanted: Wanted) -> Result<Page<FeedbackOut>, Problem> {
    let seen = if wanted.open { open_to(by)? } else { Seen::Published };
    let length = Length::or_usual(wanted.limit);
    let asked = asked(wanted, length)?;
    let found = app.store.read(|db| listed(db, &seen, &asked))?;
    let lines = found.into_iter().map(|feedback| Ok((Place::of(&feedback), shown(app, feedback)?)));
    let lines = lines.collect::<Result<Vec<_>, Problem>>()?;
    Ok(cut(lines, length, |(place, _)| *place, |(_, line)| line))
}

fn open_to(by: Option<&Staff>) -> Result<Seen, Problem> {
    Seen::by(by.ok_or(Problem::SignIn)?).ok_or(Problem::Forbidden)
}

fn asked(wanted: Wanted, length: usize) -> Result<Asked, Problem> {
    let after = place::<Place>(wanted.after.as_ref().map(Line::as_str))?;
    Ok(Asked {
        open: wanted.open,
        agency: wanted.agency,
        after: after.map(|Place { at, id }| Cursor { at, id }),
        limit: i64::try_from(length).unwrap_or(i64::MAX) + 1,
    })
}

impl Place {
    fn of(feedback: &Feedback) -> Self {
        let answered = feedback.state.answered.as_ref().map(|answered| answered.at);
        Self { at: answered.unwrap_or(feedback.state.due), id: feedback.id.0 }
    }
}
