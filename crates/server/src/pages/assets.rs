use crate::http::Problem;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use front::{Asset, ICON};

/// The style sheet and the script. Their addresses change with their bytes: browsers keep them for a year.
#[get("/tinh/{name}")]
pub(crate) async fn asset(name: web::Path<String>) -> Result<HttpResponse, Problem> {
    let asset = Asset::named(&name).ok_or(Problem::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, asset.media_type))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(asset.text))
}

/// The icon where browsers look for it by themselves, for what is no page of ours: the API's description, a PDF.
#[get("/favicon.ico")]
pub(crate) async fn icon() -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_TYPE, ICON.media_type)).body(ICON.text)
}
