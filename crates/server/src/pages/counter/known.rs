//! Somebody who has been at this agency before, by their number: nobody tells the same twice.

use crate::app::App;
use crate::http::Problem;
use kernel::Staff;
use serde::Serialize;
use store::people::last_by_identity;

/// What is known of them, as they last gave it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct KnownOut {
    name: String,
    kind: Option<String>,
    phone: String,
    email: String,
    address: String,
}

/// Who has this number, if they have applied at the clerk's own agency.
///
/// # Errors
/// The database.
pub(super) fn known(app: &App, by: &Staff, identity: &str) -> Result<Option<KnownOut>, Problem> {
    let identity = identity.trim();
    if identity.is_empty() {
        return Ok(None);
    }
    let person = app.store.read(|db| last_by_identity(db, &by.agency, identity))?;
    Ok(person.map(|person| KnownOut {
        name: person.name,
        kind: person.kind,
        phone: person.phone,
        email: person.email,
        address: person.address,
    }))
}

impl KnownOut {
    /// The same as fields of a form.
    pub(super) fn fields(self) -> [(&'static str, String); 5] {
        [
            ("/applicant/name:text", self.name),
            ("/applicant/kind", self.kind.unwrap_or_else(|| "citizen".to_owned())),
            ("/applicant/phone", self.phone),
            ("/applicant/email", self.email),
            ("/applicant/address", self.address),
        ]
    }
}
