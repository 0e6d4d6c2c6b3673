use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::steps::named;
use crate::http::{Asked, Problem};
use crate::wire::acts::{AssignmentIn, StandingOut};
use actix_web::{HttpResponse, post, web};
use kernel::{Staff, UserId};
use routing::Command;
use store::accounts;

/// Gives a step to somebody with its role at its agency: by a leader or the head, or by who takes it.
///
/// # Errors
/// 409 `right-desk`, `changed-meanwhile`, `stage-order`; 403; 404; 422 for an officer who isn't there.
#[utoipa::path(tag = "steps", security(("bearer" = [])), request_body = AssignmentIn,
    params(
        ("ref" = String, Path, description = "id or number"),
        ("step" = String, Path, description = "the step's code"),
    ),
    responses((status = 200, body = StandingOut)))]
#[post("/dossiers/{ref}/steps/{step}/assignment")]
pub(crate) async fn assign(
    app: web::Data<App>,
    by: AtWork,
    address: web::Path<(String, String)>,
    asked: Asked<AssignmentIn>,
) -> Result<HttpResponse, Problem> {
    let (on, step) = named(by.scope(), &address)?;
    let actor = by.actor();
    let (id, terms) = (UserId(asked.body.officer), asked.terms);
    let officer = blocking(app.clone(), move |app| colleague(app, &by.0, id)).await?;
    let done = execute(app, Act::new(actor, on, Command::Assign { step, officer }, terms)).await?;
    Ok(HttpResponse::Ok().json(StandingOut::of(done.dossier.id, &done.dossier.state)))
}

/// An active account of the same agency; of others nothing is told, not even that they are there.
pub(crate) fn colleague(app: &App, by: &Staff, id: UserId) -> Result<Staff, Problem> {
    let account = app.store.read(|db| accounts::by_id(db, id))?;
    let colleague = account.filter(|account| account.active && account.agency == by.agency);
    colleague.map(|account| account.staff()).ok_or_else(|| {
        Problem::input(
            "/officer",
            "unknown",
            "Cơ quan không có công chức này.",
            "Your agency has no such officer.",
        )
    })
}
