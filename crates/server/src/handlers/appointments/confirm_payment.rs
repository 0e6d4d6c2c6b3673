use super::carried_out;
use crate::app::App;
use crate::auth::Clerk;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::payment::{AppointedOut, PaymentIn};
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Confirms that the applicant has paid: the clock goes on with what was left.
///
/// # Errors
/// 409 `right-desk`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = PaymentIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/payment")]
pub(crate) async fn confirm_payment(
    app: web::Data<App>,
    request: HttpRequest,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<PaymentIn>,
) -> Result<HttpResponse, Problem> {
    let command = Command::from(asked.body);
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    carried_out(app, &request, act).await
}
