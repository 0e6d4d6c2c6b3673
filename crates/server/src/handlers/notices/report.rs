use crate::app::{App, blocking};
use crate::http::Problem;
use crate::notices::put_down;
use actix_web::{HttpRequest, HttpResponse, get, web};
use notify::{BadReport, Report};
use subtle::ConstantTimeEq;

/// What became of an SMS, as the gateway reports it: Kannel's `dlr-url`. The key stands in the address that was given to the
/// gateway with the message. A report that comes twice, or of a message that wasn't sent, changes nothing.
///
/// # Errors
/// 404 for a wrong key; 422 for what is no report.
#[utoipa::path(tag = "notices",
    params(
        ("key" = String, Path, description = "the key in the address that reports come back to"),
        ("reference" = Option<String>, Query, description = "the message's id"),
        ("state" = Option<String>, Query, description = "1 delivered, 2 failed, 4 buffered, 8 taken over, 16 refused"),
        ("at" = Option<String>, Query, description = "when, in seconds since 1970"),
    ),
    responses((status = 204)))]
#[get("/reports/sms/{key}")]
pub(crate) async fn report(
    app: web::Data<App>,
    request: HttpRequest,
    key: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    if !bool::from(app.keys.report_key().as_bytes().ct_eq(key.as_bytes())) {
        return Err(Problem::NotFound);
    }
    let report = Report::read(request.query_string()).map_err(bad)?;
    blocking(app, move |app| put_down(app, report.reference, report.state, report.at)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn bad(why: BadReport) -> Problem {
    let (pointer, vi, en) = match why {
        BadReport::Reference => ("?reference", "Không phải mã của một tin nhắn.", "It is no message's id."),
        BadReport::State => ("?state", "Phải là 1, 2, 4, 8 hoặc 16.", "It must be 1, 2, 4, 8 or 16."),
        BadReport::At => ("?at", "Phải là số giây kể từ năm 1970.", "It must be seconds since 1970."),
    };
    Problem::input(pointer, "invalid", vi, en)
}
