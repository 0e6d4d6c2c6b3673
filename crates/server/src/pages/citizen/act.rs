use super::holder::Holding;
use crate::app::{App, blocking};
use crate::http::{Problem, Query};
use crate::pages::dossier::Doer;
use crate::pages::dossier::act::{Wanted, acted, asked};
use crate::pages::{Sent, Visit};
use actix_web::{HttpResponse, get, post, web};
use store::query::Ref;

/// The form of what the holder of a secret may do.
#[get("/ho-so/{code}/{act}")]
pub(crate) async fn ask(
    app: web::Data<App>,
    visit: Visit,
    holding: Holding,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let (named, slug) = address.into_inner();
    let id = blocking(app.clone(), move |app| holding.dossier(app)).await?;
    asked(app, &visit, Doer::holder(id, &named, visit.lang), Ref::Id(id), slug, wanted.0).await
}

/// Carries it out.
#[post("/ho-so/{code}/{act}")]
pub(crate) async fn carry_out(
    app: web::Data<App>,
    visit: Visit,
    holding: Holding,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (named, slug) = address.into_inner();
    let id = blocking(app.clone(), move |app| holding.dossier(app)).await?;
    acted(app, &visit, Doer::holder(id, &named, visit.lang), Ref::Id(id), slug, wanted.0, sent).await
}
