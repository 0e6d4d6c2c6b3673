use super::carried_out;
use crate::app::App;
use crate::auth::AtWork;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::payment::AppointedOut;
use crate::wire::rescheduling::RejectionIn;
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Rejects the rescheduling that waits. Another may be proposed, as long as it is lawful.
///
/// # Errors
/// 409 `head-approves`, `stage-order`; 403; 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = RejectionIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/reschedule/rejection")]
pub(crate) async fn reject(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<RejectionIn>,
) -> Result<HttpResponse, Problem> {
    let command = Command::from(asked.body);
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    carried_out(app, &request, act).await
}
