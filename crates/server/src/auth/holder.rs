//! Whoever holds a dossier's secret acts as its applicant.

use crate::app::App;
use crate::http::Problem;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use kernel::DossierId;
use std::future::{Ready, ready};
use store::query::{Ref, Scope, find};
use uuid::Uuid;

/// The secret from the header `Dossier-Secret`, unchecked: it is good for its own dossier only.
#[derive(Debug, Clone)]
pub struct Holder(pub Option<String>);

impl FromRequest for Holder {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let secret = request.headers().get("dossier-secret");
        ready(Ok(Holder(secret.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()))))
    }
}

/// The dossier that `secret` opens. A wrong secret and a dossier that isn't there answer alike, and take as long. The
/// caller has counted the request among the look-ups: no door is for trying secrets out.
///
/// # Errors
/// [`Problem::NotFound`]; the database.
pub fn by_holder(app: &App, reference: &Ref, secret: &str) -> Result<DossierId, Problem> {
    let found = app.store.read(|db| find(db, &Scope::All, reference))?;
    let good = app.keys.is_secret_of(found.unwrap_or(DossierId(Uuid::nil())), secret);
    found.filter(|_| good).ok_or(Problem::NotFound)
}
