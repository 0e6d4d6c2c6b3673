use super::named;
use crate::app::App;
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::http::{Asked, Nothing, Problem};
use crate::wire::acts::StandingOut;
use actix_web::{HttpResponse, post, web};
use routing::Command;

/// Confirms that a leg has arrived at the agency that answers for it. Its time runs from the hand-over; the first thing
/// done there is a receipt too.
///
/// # Errors
/// 409 `right-desk`, `changed-meanwhile`, `stage-order`; 403; 404.
#[utoipa::path(tag = "legs", security(("bearer" = [])), request_body = Nothing,
    params(
        ("ref" = String, Path, description = "id or number"),
        ("leg" = String, Path, description = "the leg's code"),
    ),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/legs/{leg}/receipt")]
pub(crate) async fn receive(
    app: web::Data<App>,
    by: AtWork,
    address: web::Path<(String, String)>,
    asked: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let (on, leg) = named(by.scope(), &address)?;
    let act = Act::new(by.actor(), on, Command::Receive { leg }, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
