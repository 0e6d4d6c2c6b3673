//! What is logged and counted of every request: its route, never its parameters, body or person. Problems are said in
//! English here where that is asked for.

use super::language;
use super::problem::Problem;
use crate::app::App;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
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
    let response = next.call(request).await?.map_into_boxed_body();
    let response = in_language(response, lang);
    let route = response.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    let status = response.status().as_u16();
    if let Some(app) = app {
        app.metrics.request(method.as_str(), &route, status, began.elapsed());
    }
    log(&response, method.as_str(), &route, status, began);
    Ok(response)
}

fn in_language(response: ServiceResponse<BoxBody>, lang: Lang) -> ServiceResponse<BoxBody> {
    let problem = response.response().extensions().get::<Problem>().cloned();
    match problem {
        Some(problem) if lang == Lang::En => {
            let mut english = problem.response(lang);
            english.extensions_mut().insert(problem);
            response.into_response(english)
        }
        _ => response,
    }
}

fn log(response: &ServiceResponse<BoxBody>, method: &str, route: &str, status: u16, began: Instant) {
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    let extensions = response.response().extensions();
    match extensions.get::<Problem>() {
        Some(Problem::Fault(why)) => tracing::error!(method, route, status, micros, why, "fault"),
        Some(Problem::Away(why)) => tracing::warn!(method, route, status, micros, why, "away"),
        Some(problem) => tracing::debug!(method, route, status, micros, problem = problem.slug(), "refused"),
        None => tracing::debug!(method, route, status, micros, "answered"),
    }
}
