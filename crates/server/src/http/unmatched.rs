//! Addresses that no route answers, and methods that an address doesn't take.

use super::problem::Problem;
use crate::openapi::Paths;
use actix_web::{HttpRequest, HttpResponse, web};

/// 405 with the methods that would do, where the address is one of ours; 404 otherwise.
///
/// # Errors
/// Always: that is its answer.
pub async fn unmatched(paths: web::Data<Paths>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let allowed = paths.methods_of(request.path());
    Err(if allowed.is_empty() { Problem::NotFound } else { Problem::Method(allowed.join(", ")) })
}
