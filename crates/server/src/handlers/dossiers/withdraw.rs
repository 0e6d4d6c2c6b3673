use crate::app::{App, blocking};
use crate::auth::{Holder, Maybe, by_holder};
use crate::execute::{Act, Target, execute};
use crate::handlers::reference;
use crate::http::limits::client;
use crate::http::{Asked, Problem};
use crate::wire::acts::{StandingOut, WithdrawalIn};
use actix_web::{HttpRequest, HttpResponse, post, web};
use intake::Command;
use kernel::{Actor, Role};
use store::query::{Ref, Scope};

/// Takes a dossier back, until the decision: the holder of its secret, or a clerk for them.
///
/// # Errors
/// 409 `withdraw-before-decision`, `stage-order`; 401 without sign-in or secret; 403 for staff who are no clerks; 404; 429 without sign-in.
#[utoipa::path(tag = "dossiers", security(("bearer" = []), ("secret" = [])), request_body = WithdrawalIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/withdrawal")]
pub(crate) async fn withdraw(
    app: web::Data<App>,
    request: HttpRequest,
    by: Maybe,
    holder: Holder,
    named: web::Path<String>,
    asked: Asked<WithdrawalIn>,
) -> Result<HttpResponse, Problem> {
    if by.0.is_none() {
        app.limits.look_up.count(&client(&app, &request))?;
    }
    let reference = reference(&named)?;
    let done = blocking(app, move |app| {
        let (actor, on) = match (by.0, holder.0) {
            (Some(staff), _) if staff.is(Role::Clerk) => {
                let scope = Scope::of(&staff);
                (Actor::Staff(staff), Target::Known(scope, reference))
            }
            (Some(_), _) => return Err(Problem::Forbidden),
            (None, Some(secret)) => {
                let id = by_holder(app, &reference, &secret)?;
                (Actor::Applicant, Target::Known(Scope::Holder(id), Ref::Id(id)))
            }
            (None, None) => return Err(Problem::SignIn),
        };
        let command = Command::Withdraw { reason: asked.body.reason.into_string() };
        execute(app, &Act::new(actor, on, command, asked.terms))
    });
    let done = done.await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}
