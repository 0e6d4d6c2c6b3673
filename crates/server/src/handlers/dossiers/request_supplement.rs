use crate::app::App;
use crate::auth::AtWork;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem, language};
use crate::wire::asked::SupplementRequestIn;
use crate::wire::notices::SupplementAskedOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use intake::{Command, Item};

/// Asks the applicant for a supplement, once in the dossier's life; the clock stands until all of it is in, for 15 days
/// at most. Where other agencies are still to act it is gathered first what they need, and the lead's counter issues it. By
/// whoever a step lies with.
///
/// # Errors
/// 409 `supplement-once`, `guidance-once`, `listed-components-only`, `one-request-for-all-agencies`, `right-desk`,
/// `stage-order`; 403; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = SupplementRequestIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = SupplementAskedOut)))]
#[post("/dossiers/{ref}/supplement-request")]
pub(crate) async fn request_supplement(
    app: web::Data<App>,
    request: HttpRequest,
    by: AtWork,
    named: web::Path<String>,
    asked: Asked<SupplementRequestIn>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let items = asked.body.items.into_iter().map(Item::from).collect();
    let command = Command::RequestSupplement { items };
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(SupplementAskedOut::of(&done, lang)))
}
