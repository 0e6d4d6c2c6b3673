use super::carried_out;
use crate::app::App;
use crate::auth::AtWork;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::payment::{AppointedOut, PaymentRequestIn};
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Asks the applicant to pay a fee or tax; the clock stands until a clerk confirms it. By whoever a step lies with.
///
/// # Errors
/// 409 `one-request-for-all-agencies`, `right-desk`, `stage-order`; 403; 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = PaymentRequestIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/payment-request")]
pub(crate) async fn ask_payment(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<PaymentRequestIn>,
) -> Result<HttpResponse, Problem> {
    let command = Command::from(asked.body);
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    carried_out(app, &request, act).await
}
