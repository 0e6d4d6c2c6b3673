use crate::{openapi, routes};
use actix_web::{HttpResponse, get};

/// The API described, for people.
#[utoipa::path(tag = "system", responses((status = 200, body = String, content_type = "text/html")))]
#[get("/api/docs")]
pub(crate) async fn docs() -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(openapi::page(&routes::document()))
}
