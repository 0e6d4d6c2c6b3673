use crate::routes;
use actix_web::{HttpResponse, get};

/// The API described: OpenAPI 3.1.
#[utoipa::path(tag = "system", responses((status = 200, body = Object)))]
#[get("/api/openapi.json")]
pub(crate) async fn openapi() -> HttpResponse {
    HttpResponse::Ok().json(routes::document())
}
