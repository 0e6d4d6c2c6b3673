use crate::app::App;
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem, language};
use crate::wire::asked::NeedsIn;
use crate::wire::notices::SupplementAskedOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use intake::{Command, Item};

/// Says what an agency still to act needs of the one supplement request that is being gathered, or, with no items, that
/// it needs nothing.
///
/// # Errors
/// 409 `one-request-for-all-agencies`, `guidance-once`, `listed-components-only`, `right-desk`, `stage-order`; 403; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = NeedsIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = SupplementAskedOut)))]
#[post("/dossiers/{ref}/supplement-request/needs")]
pub(crate) async fn state_needs(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<NeedsIn>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let items = asked.body.items.into_iter().map(Item::from).collect();
    let act = Act::new(by.actor(), known(by.scope(), &named)?, Command::StateNeeds { items }, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(SupplementAskedOut::of(&done, lang)))
}
