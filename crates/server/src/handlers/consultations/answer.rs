use crate::app::App;
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::acts::StandingOut;
use crate::wire::consultations::ReplyIn;
use actix_web::{HttpResponse, post, web};
use routing::Command;

/// Answers a consultation, in time or late, for the agency that was asked.
///
/// # Errors
/// 409 `right-desk`, `changed-meanwhile`, `stage-order`; 403; 404.
#[utoipa::path(tag = "consultations", security(("bearer" = [])), request_body = ReplyIn,
    params(
        ("ref" = String, Path, description = "id or number"),
        ("number" = u32, Path, description = "the consultation's number in the dossier"),
    ),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/consultations/{number}/reply")]
pub(crate) async fn answer(
    app: web::Data<App>,
    by: AtWork,
    address: web::Path<(String, String)>,
    asked: Asked<ReplyIn>,
) -> Result<HttpResponse, Problem> {
    let (dossier, number) = &*address;
    let number = number.parse().map_err(|_| Problem::NotFound)?;
    let command = Command::Answer { number, reply: asked.body.reply.into_string() };
    let act = Act::new(by.actor(), known(by.scope(), dossier)?, command, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
