use super::carried_out;
use crate::app::App;
use crate::auth::AtWork;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Nothing, Problem};
use crate::wire::payment::AppointedOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Approves the rescheduling that waits: letter, new appointment and notices in one act. By the head of the agency that
/// answers for the dossier, or a deputy in the field entrusted; never by whoever proposed it.
///
/// # Errors
/// 409 `head-approves`, `reschedule-once`, `apology-before-appointed-day`, `extension-within-third`, `stage-order`; 403;
/// 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = Nothing,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/reschedule/approval")]
pub(crate) async fn approve(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let command = Command::Approve;
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    carried_out(app, &request, act).await
}
