use super::carried_out;
use crate::app::App;
use crate::auth::Clerk;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::payment::AppointedOut;
use crate::wire::rescheduling::DispatchIn;
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Says that a clerk saw to it that the letter of the approved rescheduling reached the applicant by other means: on paper,
/// by telephone. What goes out by SMS or e-mail is on record by itself.
///
/// # Errors
/// 409 `stage-order` where no letter waits, or it went out already; 403 for others than clerks; 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = DispatchIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/apology-dispatch")]
pub(crate) async fn dispatch(
    app: web::Data<App>,
    request: HttpRequest,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<DispatchIn>,
) -> Result<HttpResponse, Problem> {
    let act = Act::new(by.actor(), known(by.scope(), &named)?, Command::from(asked.body), asked.terms);
    carried_out(app, &request, act).await
}
