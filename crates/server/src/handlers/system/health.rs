use crate::app::{App, blocking};
use crate::http::Problem;
use actix_web::{HttpResponse, get, web};
use store::migrate;

/// Whether the process lives.
#[utoipa::path(tag = "system", responses((status = 200, body = String)))]
#[get("/healthz")]
pub(crate) async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

/// Whether it can serve: the database answers and its tables are up to date.
///
/// # Errors
/// 503.
#[utoipa::path(tag = "system", responses((status = 200, body = String)))]
#[get("/readyz")]
pub(crate) async fn readyz(app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let ready = blocking(app, |app| Ok(app.store.read(migrate::is_up_to_date)?)).await?;
    if ready {
        return Ok(HttpResponse::Ok().content_type("text/plain").body("ready"));
    }
    Err(Problem::Away("migrations are pending".to_owned()))
}
