use super::holder::Held;
use crate::app::App;
use crate::http::{Problem, Query};
use crate::pages::dossier::Doer;
use crate::pages::dossier::act::{Wanted, acted, asked};
use crate::pages::{Visit, WithFiles};
use actix_web::{HttpResponse, get, post, web};
use store::query::Ref;

/// The form of what the holder of a secret may do.
#[get("/ho-so/{code}/{act}")]
pub(crate) async fn ask(
    app: web::Data<App>,
    visit: Visit,
    held: Held,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let (_, slug) = address.into_inner();
    asked(app, &visit, Doer::holder(held.id, &held.named, visit.lang), Ref::Id(held.id), slug, wanted.0).await
}

/// Carries it out.
#[post("/ho-so/{code}/{act}")]
pub(crate) async fn carry_out(
    app: web::Data<App>,
    visit: Visit,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
    WithFiles(held, sent): WithFiles<Held>,
) -> Result<HttpResponse, Problem> {
    let (_, slug) = address.into_inner();
    let by = Doer::holder(held.id, &held.named, visit.lang);
    acted(app, &visit, by, Ref::Id(held.id), slug, wanted.0, sent).await
}
