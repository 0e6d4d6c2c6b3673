use super::carried_out;
use crate::app::App;
use crate::auth::AtWork;
use crate::execute::Act;
use crate::handlers::known;
use crate::http::{Asked, Problem};
use crate::wire::payment::AppointedOut;
use crate::wire::rescheduling::ProposalIn;
use actix_web::{HttpRequest, HttpResponse, post, web};
use deadline::Command;

/// Proposes to give the dossier its one new appointment, with the reason and the letter's text; the agency's head decides.
/// Until when it may be asked and how far it may go stands in the dossier's `may`.
///
/// # Errors
/// 409 `reschedule-once`, `apology-before-appointed-day`, `extension-within-third`, `written-apology`, `right-desk`,
/// `stage-order`; 403; 404.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), request_body = ProposalIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = AppointedOut)))]
#[post("/dossiers/{ref}/reschedule")]
pub(crate) async fn propose(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<ProposalIn>,
) -> Result<HttpResponse, Problem> {
    let command = Command::Propose(asked.body.into());
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    carried_out(app, &request, act).await
}
