//! What concerns the appointment: payments that stop the clock, the one rescheduling, apologies.

pub(crate) mod apologise;
pub(crate) mod approvals;
pub(crate) mod approve;
pub(crate) mod ask_payment;
pub(crate) mod confirm_payment;
pub(crate) mod dispatch;
pub(crate) mod endorse;
pub(crate) mod propose;
pub(crate) mod reject;

use crate::app::App;
use crate::execute::{Act, execute};
use crate::http::{Problem, language};
use crate::wire::payment::AppointedOut;
use actix_web::{HttpRequest, HttpResponse, web};

/// Carries an act out and answers with the appointment, which it may have moved.
async fn carried_out(app: web::Data<App>, request: &HttpRequest, act: Act) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(AppointedOut::of(&done, lang)?))
}
