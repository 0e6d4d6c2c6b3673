//! What is logged and counted of every request: its route, never its parameters, body or person. Problems are said in
//! English here where that is asked for.

use super::language;
use super::problem::Problem;
use crate::app::App;
use crate::pages;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use kernel::Lang;
use std::time::Instant;

/// Counts and logs one request.
///
/// # Errors
/// Those of what lies inside, as they are.
pub async fn observe<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let began = Instant::now();
    let lang = language::of(request.headers());
    let method = request.method().clone();
    let app = request.app_data::<web::Data<App>>().cloned();
    let id = app.as_ref().map(|app| app.clock.id().to_string()).unwrap_or_default();
    let response = if names_nothing(request.path()) {
        request.error_response(Problem::NotFound)
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    let response = numbered(in_language(response, lang), &id);
    let route = response.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    let status = response.status().as_u16();
    if let Some(app) = app {
        app.metrics.request(method.as_str(), &route, status, began.elapsed());
    }
    log(&response, &id, method.as_str(), &route, began);
    Ok(response)
}

/// No text of ours holds the sign NUL, and PostgreSQL can't even be asked for it.
fn names_nothing(path: &str) -> bool {
    path.contains("%00")
}

/// The answer bears the request's number, so that somebody who was told of a fault can name it.
fn numbered(mut response: ServiceResponse<BoxBody>, id: &str) -> ServiceResponse<BoxBody> {
    if let Ok(value) = HeaderValue::from_str(id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    response
}

/// A problem is said in the language that was asked for; to people on a page of its own.
fn in_language(response: ServiceResponse<BoxBody>, lang: Lang) -> ServiceResponse<BoxBody> {
    let problem = response.response().extensions().get::<Problem>().cloned();
    match problem {
        Some(problem) if pages::is_page(response.request().path()) => {
            let mut page = pages::problem::page(&problem, response.request(), lang);
            page.extensions_mut().insert(problem);
            response.into_response(page)
        }
        Some(problem) if lang == Lang::En => {
            let mut english = problem.response(lang);
            english.extensions_mut().insert(problem);
            response.into_response(english)
        }
        _ => response,
    }
}

fn log(response: &ServiceResponse<BoxBody>, request: &str, method: &str, route: &str, began: Instant) {
    let status = response.status().as_u16();
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    let extensions = response.response().extensions();
    match extensions.get::<Problem>() {
        Some(Problem::Fault(why)) => tracing::error!(request, method, route, status, micros, why, "fault"),
        Some(Problem::Away(why)) => tracing::warn!(request, method, route, status, micros, why, "away"),
        Some(problem) => {
            tracing::info!(request, method, route, status, micros, problem = problem.slug(), "refused");
        }
        None => tracing::info!(request, method, route, status, micros, "answered"),
    }
}
