use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::http::moment::in_utc_if_any;
use crate::http::{Line, Problem, Query};
use crate::wire::line::DossierLine;
use crate::wire::page::{Length, Page, cut, place};
use crate::wire::schemas;
use actix_web::{HttpResponse, get, web};
use dossier::Stage;
use kernel::AgencyCode;
use serde::{Deserialize, Serialize};
use store::query::{Cursor, Filter, Item, list as listed};
use time::OffsetDateTime;
use utoipa::IntoParams;
use uuid::Uuid;

/// What to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// At this stage.
    #[param(schema_with = schemas::stage)]
    stage: Option<Stage>,
    /// Received by this agency.
    #[param(value_type = Option<String>)]
    agency: Option<AgencyCode>,
    /// `mine`: lying on my desk, what is due first on top.
    #[param(inline)]
    desk: Option<Desk>,
    /// `mine`: in which my agency was asked for something and hasn't answered: what it needs of a supplement, its opinion.
    #[param(inline)]
    asked: Option<Desk>,
    /// Unfinished, with an appointment before this moment.
    #[serde(default, deserialize_with = "in_utc_if_any")]
    due_before: Option<OffsetDateTime>,
    /// Late, or not late.
    late: Option<bool>,
    /// A number or its beginning, a phone or identity number, or a part of the applicant's name.
    #[param(value_type = Option<String>, max_length = 200)]
    q: Option<Line<200>>,
    /// Where the page begins.
    #[param(value_type = Option<String>, max_length = 500)]
    after: Option<Line<500>>,
    /// How many at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    limit: Option<Length>,
}

/// Whose desk.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Desk {
    /// Mine.
    Mine,
}

/// Where a page ended.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    #[serde(serialize_with = "time::serde::rfc3339::option::serialize", deserialize_with = "in_utc_if_any")]
    overdue_after: Option<OffsetDateTime>,
    id: Uuid,
}

/// The dossiers I may see. No count of all is given.
///
/// # Errors
/// 401, 403; 422 for parameters that don't fit.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), params(Wanted),
    responses((status = 200, body = Page<DossierLine>)))]
#[get("/dossiers")]
pub(crate) async fn list(
    app: web::Data<App>,
    by: Reader,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let wanted = wanted.0;
    let length = Length::or_usual(wanted.limit);
    let page = blocking(app, move |app| {
        let filter = filter(&by, wanted, length, app.clock.now())?;
        let items = app.store.read(|db| listed(db, &by.scope(), &filter))?;
        let offset = app.directory.newest()?.calendar_of(&by.0.agency)?.data().utc_offset;
        Ok(cut(items, length, Place::of, |item| DossierLine::of(item, offset)))
    });
    Ok(HttpResponse::Ok().json(page.await?))
}

fn filter(by: &Reader, wanted: Wanted, length: usize, now: OffsetDateTime) -> Result<Filter, Problem> {
    let after = place::<Place>(wanted.after.as_ref().map(Line::as_str))?;
    Ok(Filter {
        stage: wanted.stage.map(|stage| stage.as_str().to_owned()),
        agency: wanted.agency.map(String::from),
        desk_of: wanted.desk.map(|Desk::Mine| by.0.clone()),
        asked_of: wanted.asked.map(|Desk::Mine| by.0.agency.to_string()),
        due_before: wanted.due_before,
        late: wanted.late,
        q: wanted.q.map(Line::into_string),
        after: after.map(|place| Cursor { overdue_after: place.overdue_after, id: place.id }),
        limit: i64::try_from(length).unwrap_or(i64::MAX) + 1,
        now,
    })
}

impl Place {
    fn of(item: &Item) -> Self {
        Self { overdue_after: item.overdue_after, id: item.id.0 }
    }
}
