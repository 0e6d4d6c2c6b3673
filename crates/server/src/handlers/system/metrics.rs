use crate::app::App;
use actix_web::{HttpResponse, get, web};

/// What was counted, in the text format of Prometheus.
#[utoipa::path(tag = "system", responses((status = 200, body = String, content_type = "text/plain")))]
#[get("/metrics")]
pub(crate) async fn metrics(app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(app.metrics.text())
}
