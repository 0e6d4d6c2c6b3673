use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::http::moment::in_utc_if_any;
use crate::http::{Line, Problem, Query};
use crate::wire::line::DossierLine;
use crate::wire::page::{Length, Page, a_page, place};
use crate::wire::schemas;
use actix_web::{HttpResponse, get, web};
use calendar::Calendar;
use dossier::Stage;
use kernel::{AgencyCode, Staff};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::query::{Cursor, Filter, Item, Order, Scope, list as listed};
use time::OffsetDateTime;
use utoipa::IntoParams;
use uuid::Uuid;

/// What to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listing {
    /// At this stage.
    #[param(schema_with = schemas::stage)]
    pub(crate) stage: Option<Stage>,
    /// Received by this agency.
    #[param(value_type = Option<String>)]
    pub(crate) agency: Option<AgencyCode>,
    /// `mine`: lying on my desk, what is due first on top.
    #[param(inline)]
    pub(crate) desk: Option<Desk>,
    /// `mine`: in which my agency was asked for something and hasn't answered: what it needs of a supplement, its opinion.
    #[param(inline)]
    pub(crate) asked: Option<Desk>,
    /// With an appointment at this moment or after it.
    #[serde(default, deserialize_with = "in_utc_if_any")]
    pub(crate) due_from: Option<OffsetDateTime>,
    /// Unfinished, with an appointment before this moment.
    #[serde(default, deserialize_with = "in_utc_if_any")]
    pub(crate) due_before: Option<OffsetDateTime>,
    /// Late, or not late.
    pub(crate) late: Option<bool>,
    /// A number or its beginning, a phone or identity number, or a part of the applicant's name.
    #[param(value_type = Option<String>, max_length = 200)]
    pub(crate) q: Option<Line<200>>,
    /// Where the page begins.
    #[param(value_type = Option<String>, max_length = 500)]
    pub(crate) after: Option<Line<500>>,
    /// How many at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    pub(crate) limit: Option<Length>,
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
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), params(Listing),
    responses((status = 200, body = Page<DossierLine>)))]
#[get("/dossiers")]
pub(crate) async fn list(
    app: web::Data<App>,
    by: Reader,
    wanted: Query<Listing>,
) -> Result<HttpResponse, Problem> {
    let Found { items, next, calendar } = blocking(app, move |app| found(app, &by.0, wanted.0)).await?;
    let offset = calendar.data().utc_offset;
    let items = items.into_iter().map(|item| DossierLine::of(item, offset)).collect();
    Ok(HttpResponse::Ok().json(Page { items, next }))
}

/// A page of dossiers.
pub(crate) struct Found {
    /// The dossiers.
    pub(crate) items: Vec<Item>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    /// The calendar of whoever reads.
    pub(crate) calendar: Arc<Calendar>,
}

/// The dossiers that `by` may see and asks for.
///
/// # Errors
/// 422 for a place that isn't ours; the database.
pub(crate) fn found(app: &App, by: &Staff, wanted: Listing) -> Result<Found, Problem> {
    let order = if wanted.desk.is_some() { Order::DueFirst } else { Order::Newest };
    found_in(app, by, wanted, order)
}

/// The same in another order.
///
/// # Errors
/// 422 for a place that isn't ours; the database.
pub(crate) fn found_in(app: &App, by: &Staff, wanted: Listing, order: Order) -> Result<Found, Problem> {
    let length = Length::or_usual(wanted.limit);
    let filter = Filter { order, ..filter(by, wanted, length, app.clock.now())? };
    let items = app.store.read(|db| listed(db, &Scope::of(by), &filter))?;
    let (items, next) = a_page(items, length, Place::of);
    Ok(Found { items, next, calendar: app.directory.newest()?.calendar_of(&by.agency)? })
}

fn filter(by: &Staff, wanted: Listing, length: usize, now: OffsetDateTime) -> Result<Filter, Problem> {
    let after = place::<Place>(wanted.after.as_ref().map(Line::as_str))?;
    Ok(Filter {
        stage: wanted.stage.map(|stage| stage.as_str().to_owned()),
        agency: wanted.agency.map(String::from),
        desk_of: wanted.desk.map(|Desk::Mine| by.clone()),
        asked_of: wanted.asked.map(|Desk::Mine| by.agency.to_string()),
        due_from: wanted.due_from,
        due_before: wanted.due_before,
        late: wanted.late,
        q: wanted.q.map(Line::into_string),
        after: after.map(|place| Cursor { overdue_after: place.overdue_after, id: place.id }),
        order: Order::default(),
        limit: i64::try_from(length).unwrap_or(i64::MAX) + 1,
        now,
    })
}

impl Place {
    fn of(item: &Item) -> Self {
        Self { overdue_after: item.overdue_after, id: item.id.0 }
    }
}
