use crate::app::{App, blocking};
use crate::http::{Line, Problem, Query};
use crate::wire::catalogue::ProcedureLine;
use crate::wire::page::{LONGEST, Page, USUAL, cursor, place};
use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use store::catalogue;
use utoipa::IntoParams;

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// A part of the name (diacritics don't matter), or the code.
    #[param(value_type = Option<String>, max_length = 200)]
    q: Option<Line<200>>,
    /// The field.
    #[param(value_type = Option<String>, max_length = 200)]
    field: Option<Line<200>>,
    /// Where the page begins.
    #[param(value_type = Option<String>, max_length = 500)]
    after: Option<Line<500>>,
    /// How many at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

/// The published procedures.
///
/// # Errors
/// 422 for parameters that don't fit.
#[utoipa::path(tag = "catalogue", params(Wanted), responses((status = 200, body = Page<ProcedureLine>)))]
#[get("/procedures")]
pub(crate) async fn procedures(app: web::Data<App>, wanted: Query<Wanted>) -> Result<HttpResponse, Problem> {
    let Query(wanted) = wanted;
    let limit = wanted.limit.unwrap_or(USUAL).clamp(1, LONGEST);
    let after: Option<String> = wanted.after.as_ref().and_then(|after| place(after.as_str()));
    let mut listed = blocking(app, move |app| {
        let q = wanted.q.as_ref().map(Line::as_str);
        let field = wanted.field.as_ref().map(Line::as_str);
        Ok(app.store.read(|db| catalogue::published(db, q, field, after.as_deref(), i64::from(limit) + 1))?)
    })
    .await?;
    let more = listed.len() > limit as usize;
    listed.truncate(limit as usize);
    let next = listed.last().filter(|_| more).map(|last| cursor(&last.code));
    let items = listed.into_iter().map(ProcedureLine::from).collect();
    Ok(HttpResponse::Ok().json(Page { items, next }))
}
