use crate::app::{App, blocking};
use crate::auth::Approver;
use crate::facts::facts_of;
use crate::http::Problem;
use crate::wire::approvals::{ApprovalOut, ApprovalsOut};
use actix_web::{HttpResponse, get, web};
use store::log;
use store::query::{Approval, Ref, approvals as waiting};

/// The reschedulings that wait for my signature, the most pressing first, with the time that is left: as head those of the
/// agency, as a deputy those inside the fields entrusted; never my own. What another agency holds up waits for its head's
/// name first.
///
/// # Errors
/// 401; 403 for others than heads and deputies.
#[utoipa::path(tag = "appointments", security(("bearer" = [])), responses((status = 200, body = ApprovalsOut)))]
#[get("/approvals")]
pub(crate) async fn approvals(app: web::Data<App>, by: Approver) -> Result<HttpResponse, Problem> {
    let items = blocking(app, move |app| queue(app, &by)).await?;
    Ok(HttpResponse::Ok().json(ApprovalsOut { items }))
}

/// What waits for a signature.
///
/// # Errors
/// The database.
pub(crate) fn queue(app: &App, by: &Approver) -> Result<Vec<ApprovalOut>, Problem> {
    let queue = app.store.read(|db| waiting(db, &by.0, app.clock.now()))?;
    let lines = queue.iter().map(|approval| line(app, by, approval));
    lines.filter_map(Result::transpose).collect()
}

/// None where it was decided a moment ago.
fn line(app: &App, by: &Approver, approval: &Approval) -> Result<Option<ApprovalOut>, Problem> {
    let on = Ref::Id(approval.dossier);
    let Some(loaded) = app.store.read(|db| log::load(db, &by.scope(), &on))? else { return Ok(None) };
    let Some(proposed) = &loaded.state.deadline.proposal else { return Ok(None) };
    let (version, facts) = facts_of(app, &by.actor(), &loaded.state)?;
    let offset = facts.calendar().data().utc_offset;
    Ok(Some(ApprovalOut::of(approval, proposed, &loaded.state.deadline, &version, facts.now(), offset)))
}
