use crate::app::{App, blocking};
use crate::http::{Line, Problem, Query};
use crate::wire::catalogue::ProcedureLine;
use crate::wire::page::{Length, Page, cut, place};
use actix_web::{HttpResponse, get, web};
use kernel::ProcedureCode;
use serde::Deserialize;
use store::catalogue;
use utoipa::IntoParams;

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// A part of the name (diacritics don't matter), or the code.
    #[param(value_type = Option<String>, max_length = 200)]
    pub(crate) q: Option<Line<200>>,
    /// The field.
    #[param(value_type = Option<String>, max_length = 200)]
    pub(crate) field: Option<Line<200>>,
    /// Where the page begins.
    #[param(value_type = Option<String>, max_length = 500)]
    pub(crate) after: Option<Line<500>>,
    /// How many at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200)]
    pub(crate) limit: Option<Length>,
}

/// The published procedures.
///
/// # Errors
/// 422 for parameters that don't fit.
#[utoipa::path(tag = "catalogue", params(Wanted), responses((status = 200, body = Page<ProcedureLine>)))]
#[get("/procedures")]
pub(crate) async fn procedures(app: web::Data<App>, wanted: Query<Wanted>) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(blocking(app, move |app| page(app, &wanted.0)).await?))
}

/// A page of the published procedures.
///
/// # Errors
/// 422 for a place that isn't ours; the database.
pub(crate) fn page(app: &App, wanted: &Wanted) -> Result<Page<ProcedureLine>, Problem> {
    let length = Length::or_usual(wanted.limit);
    let after: Option<ProcedureCode> = place(wanted.after.as_ref().map(Line::as_str))?;
    let (q, field) = (wanted.q.as_ref().map(Line::as_str), wanted.field.as_ref().map(Line::as_str));
    let limit = i64::try_from(length).unwrap_or(i64::MAX) + 1;
    let listed = app
        .store
        .read(|db| catalogue::published(db, q, field, after.as_ref().map(ProcedureCode::as_str), limit))?;
    Ok(cut(listed, length, |last| last.code.clone(), ProcedureLine::from))
}
