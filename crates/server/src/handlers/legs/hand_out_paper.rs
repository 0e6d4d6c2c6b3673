use super::named;
use crate::app::App;
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::dossiers::hand_over::command;
use crate::http::{Asked, Problem};
use crate::wire::acts::{ReturnIn, StandingOut};
use actix_web::{HttpResponse, post, web};

/// Hands the paper of one member of a bundle to an identified person before the others are there, where the procedure says
/// so; at the lead's counter.
///
/// # Errors
/// 409 `identified-recipient`, `lead-and-coordinators`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "legs", security(("bearer" = [])), request_body = ReturnIn,
    params(
        ("ref" = String, Path, description = "id or number"),
        ("leg" = String, Path, description = "the leg's code"),
    ),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/legs/{leg}/return")]
pub(crate) async fn hand_out_paper(
    app: web::Data<App>,
    by: Clerk,
    address: web::Path<(String, String)>,
    asked: Asked<ReturnIn>,
) -> Result<HttpResponse, Problem> {
    let (on, leg) = named(by.scope(), &address)?;
    let (command, details) = command(&app, asked.body, Some(leg));
    let act = Act::new(by.actor(), on, command, asked.terms).with(details);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
