use crate::app::{App, blocking};
use crate::http::{Line, Problem, Query, language};
use crate::keys::Keys;
use crate::wire::letters::GenuineOut;
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::Lang;
use serde::Deserialize;
use store::letters::by_code;
use utoipa::IntoParams;

/// What is compared.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The SHA-256 of the file in hand, in hexadecimal digits: is it the one that was issued?
    #[param(value_type = Option<String>, max_length = 64)]
    sha256: Option<Line<64>>,
}

/// Whether a paper is genuine, by the code at its foot: what was issued under it, by whom and when. For anyone; it says
/// nothing of the person whom it is about.
///
/// # Errors
/// 404 for a code under which nothing was issued; 429.
#[utoipa::path(tag = "letters", params(("letter" = String, Path, description = "the code at the foot of the paper"), Wanted),
    responses((status = 200, body = GenuineOut)))]
#[get("/verify/{letter}")]
pub(crate) async fn verify(
    app: web::Data<App>,
    request: HttpRequest,
    code: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let lang = language::of(request.headers());
    let sha256 = wanted.0.sha256.map(Line::into_string);
    let genuine = blocking(app, move |app| read(app, &code, sha256.as_deref(), lang)).await?;
    Ok(HttpResponse::Ok().json(genuine))
}

/// What was issued under a code.
///
/// # Errors
/// Not found; the database.
pub(crate) fn read(app: &App, code: &str, sha256: Option<&str>, lang: Lang) -> Result<GenuineOut, Problem> {
    let code = Keys::letter_code_as_typed(code);
    let letter = app.store.read(|db| by_code(db, &code))?.ok_or(Problem::NotFound)?;
    GenuineOut::of(app, &letter, sha256, lang)
}
