use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::http::{Problem, Query};
use crate::printing::register::of_days;
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use time::{Date, Duration};
use utoipa::IntoParams;

time::serde::format_description!(iso_day, Date, "[year]-[month]-[day]");

/// Which days.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The first day.
    #[serde(with = "iso_day")]
    #[param(value_type = String, format = Date)]
    from: Date,
    /// The last day, at most three months later.
    #[serde(with = "iso_day")]
    #[param(value_type = String, format = Date)]
    until: Date,
}

/// The longest span.
const LONGEST: Duration = Duration::days(92);

/// The register of my agency's counter as PDF: what was accepted on these days, and what became of it. It is printed as things
/// stand now.
///
/// # Errors
/// 401, 403; 422 for days that don't fit, or with more than 2,000 dossiers.
#[utoipa::path(tag = "letters", security(("bearer" = [])), params(Wanted),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/register.pdf")]
pub(crate) async fn register(
    app: web::Data<App>,
    by: AtWork,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let Wanted { from, until } = wanted.0;
    if until < from || until - from > LONGEST {
        return Err(span());
    }
    let pdf = blocking(app, move |app| of_days(app, &by.0.agency, from, until)?.ok_or_else(too_many)).await?;
    let name = DispositionParam::Filename(format!("register-{from}-{until}.pdf"));
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header(ContentDisposition { disposition: DispositionType::Inline, parameters: vec![name] })
        .body(pdf))
}

fn span() -> Problem {
    Problem::input(
        "?until",
        "span",
        "Ngày cuối phải từ ngày đầu trở đi và cách không quá ba tháng.",
        "The last day must not come before the first one, nor more than three months after it.",
    )
}

fn too_many() -> Problem {
    Problem::input(
        "?until",
        "too_many",
        "Sổ có hơn 2.000 hồ sơ; hãy chọn khoảng ngày ngắn hơn.",
        "There are more than 2,000 dossiers: choose fewer days.",
    )
}
