use crate::app::{App, blocking};
use crate::auth::SignedIn;
use crate::http::Problem;
use actix_web::{HttpResponse, delete, web};
use store::sessions;

/// Ends the session: its refresh token is good no more, its access token for its last minutes.
///
/// # Errors
/// 401.
#[utoipa::path(tag = "sessions", security(("bearer" = [])), responses((status = 204)))]
#[delete("/sessions/current")]
pub(crate) async fn delete(app: web::Data<App>, signed_in: SignedIn) -> Result<HttpResponse, Problem> {
    let family = signed_in.0.family;
    blocking(app, move |app| {
        let now = app.clock.now();
        Ok(app.store.write(move |db| sessions::end(db, family, now))?)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
