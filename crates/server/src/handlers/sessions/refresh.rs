use crate::app::{App, blocking};
use crate::auth;
use crate::http::{Asked, Problem};
use crate::wire::sessions::{RefreshToken, SessionOut};
use actix_web::{HttpRequest, HttpResponse, post, web};

/// Uses a refresh token up for a new pair; one used before ends its session.
///
/// # Errors
/// 401 for a token that isn't good (any more); 429.
#[utoipa::path(tag = "sessions", request_body = RefreshToken, responses((status = 201, body = SessionOut)))]
#[post("/sessions/refresh")]
pub(crate) async fn refresh(
    app: web::Data<App>,
    request: HttpRequest,
    asked: Asked<RefreshToken>,
) -> Result<HttpResponse, Problem> {
    app.limits.sign_in.count(&request)?;
    let session = blocking(app, move |app| auth::refresh(app, asked.body.refresh_token.as_str())).await?;
    Ok(HttpResponse::Created().json(SessionOut::from(session)))
}
