use super::see;
use crate::http::Problem;
use crate::keys::Keys;
use crate::routes::API;
use actix_web::{HttpResponse, get, web};

/// Where a paper is verified: the address at the foot of each. Whether there is such a letter is said where it leads.
///
/// # Errors
/// 404 for what is no code.
#[utoipa::path(tag = "letters", params(("letter" = String, Path, description = "the code at the foot of the paper")),
    responses((status = 303)))]
#[get("/kiem-tra/{letter}")]
pub(crate) async fn letter(code: web::Path<String>) -> Result<HttpResponse, Problem> {
    match Keys::letter_code_as_typed(&code).as_str() {
        "" => Err(Problem::NotFound),
        code => Ok(see(&format!("{API}/verify/{code}"))),
    }
}
