use crate::app::{App, blocking};
use crate::http::Problem;
use crate::wire::agencies::{AgenciesOut, AgencyOut};
use actix_web::{HttpResponse, get, web};

/// All agencies with their counters and hotlines.
///
/// # Errors
/// 503.
#[utoipa::path(tag = "catalogue", responses((status = 200, body = AgenciesOut)))]
#[get("/agencies")]
pub(crate) async fn agencies(app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let newest = blocking(app, |app| app.directory.newest()).await?;
    Ok(HttpResponse::Ok().json(AgenciesOut { items: newest.agencies.iter().map(AgencyOut::from).collect() }))
}
