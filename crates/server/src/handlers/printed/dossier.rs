use super::see;
use crate::http::{Line, Problem, Query};
use crate::routes::API;
use actix_web::{HttpResponse, get, web};
use form_urlencoded::Serializer;
use kernel::DossierNumber;
use serde::Deserialize;
use utoipa::IntoParams;

/// What a receipt's QR code has besides the number.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The secret on the receipt.
    #[param(value_type = Option<String>, max_length = 64)]
    ma: Option<Line<64>>,
}

/// Where a dossier is followed: the address in messages and in the QR codes of letters. Whether there is such a dossier is said
/// where it leads.
///
/// # Errors
/// 404 for what is no number.
#[utoipa::path(tag = "status", params(("code" = String, Path, description = "the dossier's number"), Wanted),
    responses((status = 303)))]
#[get("/ho-so/{code}")]
pub(crate) async fn dossier(code: web::Path<String>, wanted: Query<Wanted>) -> Result<HttpResponse, Problem> {
    let number: DossierNumber = code.parse().map_err(|_| Problem::NotFound)?;
    let secret = wanted.0.ma.map(Line::into_string);
    let query =
        secret.map(|secret| Serializer::new(String::from("?")).append_pair("secret", &secret).finish());
    Ok(see(&format!("{API}/status/{number}{}", query.unwrap_or_default())))
}
