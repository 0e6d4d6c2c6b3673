use super::named;
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::office::{Books, Keeper};
use crate::pages::{By, Sent};
use actix_web::{HttpResponse, post, web};

/// Lets the account sign in no more.
#[post("/quan-tri/tai-khoan/{id}/ngung")]
pub(crate) async fn deactivate(
    app: web::Data<App>,
    by: By<Administrator>,
    id: web::Path<String>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (id, keeper) = (named(&id)?, Keeper::of(&by.right.0, &sent.terms));
    let outcome = blocking(app.clone(), move |app| Books::of(app).deactivate_account(&keeper, id)).await;
    super::show::after(app, &by, id, outcome).await
}

/// Lets it sign in again.
#[post("/quan-tri/tai-khoan/{id}/mo-lai")]
pub(crate) async fn activate(
    app: web::Data<App>,
    by: By<Administrator>,
    id: web::Path<String>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (id, keeper) = (named(&id)?, Keeper::of(&by.right.0, &sent.terms));
    let outcome = blocking(app.clone(), move |app| Books::of(app).activate_account(&keeper, id)).await;
    super::show::after(app, &by, id, outcome).await
}
