use crate::app::{App, blocking};
use crate::http::{Problem, language};
use crate::wire::catalogue::ProcedureOut;
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::ProcedureCode;

/// A procedure as it is published now: what to bring, how long, how much, on what grounds it may be refused.
///
/// # Errors
/// 404 where nothing is published under this code.
#[utoipa::path(tag = "catalogue", params(("code" = String, Path, description = "the procedure's code")),
    responses((status = 200, body = ProcedureOut)))]
#[get("/procedures/{code}")]
pub(crate) async fn procedure(
    app: web::Data<App>,
    request: HttpRequest,
    code: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    let code: ProcedureCode = code.parse().map_err(|_| Problem::NotFound)?;
    let version = blocking(app, move |app| app.directory.current(&code)?.ok_or(Problem::NotFound)).await?;
    Ok(HttpResponse::Ok().json(ProcedureOut::of(&version, lang)))
}
