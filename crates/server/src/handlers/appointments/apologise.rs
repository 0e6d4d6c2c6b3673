use super::carried_out;
use crate::app::App;
use crate::auth::AtWork;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::payment::AppointedOut;
use crate::wire::rescheduling::BelatedApologyIn;
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Apologises, once, for an appointment that was missed, and says when the result may be expected. It moves no deadline, and
/// the dossier stays late.
///
/// # Errors
/// 409 `head-approves`, `written-apology`, `stage-order`; 403; 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = BelatedApologyIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/belated-apology")]
pub(crate) async fn apologise(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<BelatedApologyIn>,
) -> Result<HttpResponse, Problem> {
    let command = Command::from(asked.body);
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    carried_out(app, &request, act).await
}
