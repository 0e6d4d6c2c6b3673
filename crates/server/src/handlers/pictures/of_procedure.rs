use super::{Way, svg};
use crate::app::{App, blocking};
use crate::http::{Problem, Query, language};
use crate::wire::drawing;
use actix_web::{HttpRequest, HttpResponse, get, web};
use catalog::Version;
use kernel::{AgencyCode, CaseCode, ProcedureCode};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which process is to be drawn, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfProcedure {
    /// The case; the first, where none is named.
    #[param(value_type = Option<String>)]
    case: Option<CaseCode>,
    /// The agency that receives it; the first, where none is named.
    #[param(value_type = Option<String>)]
    lead: Option<AgencyCode>,
    /// Which way it runs; across, where nothing is said.
    #[param(inline)]
    direction: Option<Way>,
}

/// A published process as a picture (SVG): which agency answers for what, with its share, and the longest path.
///
/// # Errors
/// 404 where nothing is published under this code, or the case or the lead isn't one of its own.
#[utoipa::path(tag = "pictures", params(("code" = String, Path, description = "the procedure's code"), OfProcedure),
    responses((status = 200, body = String, content_type = "image/svg+xml")))]
#[get("/procedures/{code}/picture.svg")]
pub(crate) async fn of_procedure(
    app: web::Data<App>,
    request: HttpRequest,
    code: web::Path<String>,
    wanted: Query<OfProcedure>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let code: ProcedureCode = code.parse().map_err(|_| Problem::NotFound)?;
    let picture = blocking(app, move |app| {
        let version = app.directory.current(&code)?.ok_or(Problem::NotFound)?;
        let (case, lead) = named(&version, &wanted.0).ok_or(Problem::NotFound)?;
        drawing::process(app, &version, case, lead, wanted.0.direction.unwrap_or_default().direction(), lang)
    });
    Ok(svg(picture.await?))
}

fn named<'a>(version: &'a Version, wanted: &'a OfProcedure) -> Option<(&'a CaseCode, &'a AgencyCode)> {
    let content = version.content();
    let case = match &wanted.case {
        Some(case) => &version.case(case)?.code,
        None => &content.cases.first()?.code,
    };
    let lead = match &wanted.lead {
        Some(lead) => content.received_by.iter().find(|receives| *receives == lead)?,
        None => content.received_by.first()?,
    };
    Some((case, lead))
}
