use crate::app::App;
use crate::auth::Clerk;
use crate::execute::{Act, execute};
use crate::handlers::known;
use crate::http::{Asked, Nothing, Problem, language};
use crate::wire::acceptance::AcceptanceOut;
use actix_web::{HttpRequest, HttpResponse, post, web};

/// Accepts a complete submission: number, secret, appointment.
///
/// # Errors
/// 409 `complete-before-acceptance`, `electronic-dossier`, `stage-order`; 403 for others than clerks; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])), request_body = Nothing,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 201, body = AcceptanceOut)))]
#[post("/dossiers/{ref}/acceptance")]
pub(crate) async fn accept(
    app: web::Data<App>,
    request: HttpRequest,
    by: Clerk,
    named: web::Path<String>,
    asked: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let act = Act::new(by.actor(), known(by.scope(), &named)?, intake::Command::Accept, asked.terms);
    let done = execute(app.clone(), act).await?;
    Ok(HttpResponse::Created().json(AcceptanceOut::of(&app.keys, &done, lang)?))
}
