use crate::app::App;
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Problem, language};
use crate::wire::asked::GuidanceIn;
use crate::wire::notices::NoticeSentOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use intake::{Command, Item};

/// Guides the applicant, once and in writing: everything the system finds missing or wrong, and what the clerk saw
/// besides. What the notice leaves out can't be asked for later.
///
/// # Errors
/// 409 `guidance-once`, `listed-components-only`, `right-desk`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = GuidanceIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = NoticeSentOut)))]
#[post("/dossiers/{ref}/guidance")]
pub(crate) async fn guide(
    app: web::Data<App>,
    request: HttpRequest,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<GuidanceIn>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let items = asked.body.items.into_iter().map(Item::from).collect();
    let command = Command::Guide { items };
    let act = Act::new(by.actor(), known(by.scope(), &named)?, command, asked.terms);
    let done = execute(app, act).await?;
    Ok(HttpResponse::Ok().json(NoticeSentOut::guidance(&done, lang)?))
}
