//! The addresses that stand on paper and in messages. They stay for ever; where they lead may change.

pub(crate) mod dossier;
pub(crate) mod letter;

use actix_web::HttpResponse;
use actix_web::http::header;

/// Leads on to an address of this server.
fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish()
}
