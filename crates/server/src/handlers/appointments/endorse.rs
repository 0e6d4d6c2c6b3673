use super::carried_out;
use crate::app::App;
use crate::auth::AtWork;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Nothing, Problem};
use crate::wire::payment::AppointedOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Puts the name of the agency that holds the dossier up to the reason of the rescheduling that waits: by its head, or a
/// deputy there in the field entrusted. Then the head of the lead agency decides.
///
/// # Errors
/// 409 `head-approves`, `reschedule-once`, `apology-before-appointed-day`, `extension-within-third`, `stage-order`; 403;
/// 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = Nothing,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/reschedule/endorsement")]
pub(crate) async fn endorse(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let act = Act::new(by.actor(), known(by.scope(), &named)?, Command::Endorse, asked.terms);
    carried_out(app, &request, act).await
}
