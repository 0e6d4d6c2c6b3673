use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::handlers::notices::settle::settle_by;
use crate::http::Problem;
use crate::pages::{By, Sent, see};
use actix_web::{HttpResponse, post, web};
use uuid::Uuid;

/// Says how somebody was told. Without a word of how the page comes again.
#[post("/quay/viec/{task}")]
pub(crate) async fn settle(
    app: web::Data<App>,
    by: By<Clerk>,
    task: web::Path<Uuid>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let how = sent.typed.get(&format!("/how-{task}")).unwrap_or_default().to_owned();
    let right = by.right.clone();
    blocking(app, move |app| settle_by(app, &right, *task, &how)).await?;
    Ok(see("/quay/viec"))
}
