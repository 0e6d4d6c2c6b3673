use crate::app::{App, blocking};
use crate::auth::SignedIn;
use crate::http::Problem;
use crate::wire::sessions::UserOut;
use actix_web::{HttpResponse, get, web};
use store::accounts;

/// Who I am: my roles and my agency.
///
/// # Errors
/// 401.
#[utoipa::path(tag = "sessions", security(("bearer" = [])), responses((status = 200, body = UserOut)))]
#[get("/me")]
pub(crate) async fn me(app: web::Data<App>, signed_in: SignedIn) -> Result<HttpResponse, Problem> {
    let user = signed_in.0.sub;
    let account = blocking(app, move |app| {
        let account = app.store.read(|db| accounts::by_id(db, user))?;
        account.filter(|account| account.active).ok_or(Problem::SignIn)
    })
    .await?;
    Ok(HttpResponse::Ok().json(UserOut::from(&account)))
}
