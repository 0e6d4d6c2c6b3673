use crate::app::App;
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Nothing, Problem, language};
use crate::wire::notices::SupplementAskedOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use intake::Command;

/// Issues the one supplement request with everything that was gathered; the clock stands until all of it is in. At the
/// lead's counter, once every agency asked has said what it needs or its time to say so is over.
///
/// # Errors
/// 409 `one-request-for-all-agencies`, `supplement-once`, `right-desk`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = Nothing,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = SupplementAskedOut)))]
#[post("/dossiers/{ref}/supplement-request/issue")]
pub(crate) async fn issue_supplement(
    app: web::Data<App>,
    request: HttpRequest,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let act = Act::new(by.actor(), known(by.scope(), &named)?, Command::IssueRequest, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(SupplementAskedOut::of(&done, lang)))
}
