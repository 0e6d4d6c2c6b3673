use crate::app::{App, blocking};
use crate::auth;
use crate::http::{Asked, Problem};
use crate::wire::sessions::{Credentials, SessionOut};
use actix_web::{HttpRequest, HttpResponse, post, web};

/// Signs in with name and password.
///
/// # Errors
/// 401 for a wrong name or password, in the same time; 429.
#[utoipa::path(tag = "sessions", request_body = Credentials, responses((status = 201, body = SessionOut)))]
#[post("/sessions")]
pub(crate) async fn create(
    app: web::Data<App>,
    request: HttpRequest,
    asked: Asked<Credentials>,
) -> Result<HttpResponse, Problem> {
    app.limits.sign_in.count(&request)?;
    let Credentials { username, password } = asked.body;
    let session = blocking(app, move |app| auth::sign_in(app, username.as_str(), password.as_str())).await?;
    Ok(HttpResponse::Created().json(SessionOut::from(session)))
}
