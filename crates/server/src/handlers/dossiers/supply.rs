use crate::app::{App, blocking};
use crate::auth::ForApplicant;
use crate::execute::{Act, Target, execute};
use crate::handlers::reference;
use crate::http::{Asked, Problem, language};
use crate::wire::appointment::Detail;
use crate::wire::asked::SupplementIn;
use crate::wire::notices::BroughtOut;
use actix_web::{HttpRequest, HttpResponse, post, web};
use intake::{Command, Handed};

/// Brings what a supplement request asks for; once all of it is in, the clock runs again. The holder of the dossier's
/// secret, or a clerk for them.
///
/// # Errors
/// 409 `listed-components-only`, `right-desk`, `stage-order`; 401 without sign-in or secret; 403 for staff who are no
/// clerks; 404; 429 without sign-in.
#[utoipa::path(tag = "dossiers", security(("bearer" = []), ("secret" = [])), request_body = SupplementIn,
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = BroughtOut)))]
#[post("/dossiers/{ref}/supplement")]
pub(crate) async fn supply(
    app: web::Data<App>,
    request: HttpRequest,
    by: ForApplicant,
    named: web::Path<String>,
    asked: Asked<SupplementIn>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let reference = reference(&named)?;
    let (actor, scope, on) = blocking(app.clone(), move |app| by.on(app, &reference)).await?;
    let detail = Detail::for_reader(&actor);
    let components = asked.body.components.into_iter().map(Handed::from).collect();
    let command = Command::Supply { components };
    let done = execute(app, Act::new(actor, Target::Known(scope, on), command, asked.terms)).await?;
    Ok(HttpResponse::Ok().json(BroughtOut::of(&done, detail, lang)?))
}
