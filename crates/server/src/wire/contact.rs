//! Where and of what the applicant is told.

use super::acts::StandingOut;
use super::submission::NotifyIn;
use crate::http::Line;
use crate::http::object::object_if_any;
use serde::{Deserialize, Serialize};
use store::people::Person;
use utoipa::ToSchema;

/// What is to be otherwise; what isn't named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactIn {
    /// The phone; empty: none any more.
    #[serde(default)]
    pub phone: Option<Line<32>>,
    /// The e-mail; empty: none any more.
    #[serde(default)]
    pub email: Option<Line<254>>,
    /// What the applicant wants to be told.
    #[serde(default, deserialize_with = "object_if_any")]
    pub notify: Option<NotifyIn>,
}

/// Where a dossier stands once its applicant is told elsewhere, or of something else.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactOut {
    /// Where it stands.
    #[serde(flatten)]
    pub standing: StandingOut,
    /// What the applicant wants to be told now.
    pub notify: NotifyIn,
}

impl ContactIn {
    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        !self.is_elsewhere() && self.notify.is_none()
    }

    /// Whether the phone or the e-mail is to be another.
    pub fn is_elsewhere(&self) -> bool {
        self.phone.is_some() || self.email.is_some()
    }

    /// The person with the new phone and e-mail.
    pub fn applied_to(&self, person: Person) -> Person {
        let named = |line: &Line<32>| line.as_str().to_owned();
        let phone = self.phone.as_ref().map(named).unwrap_or(person.phone);
        let email = self.email.as_ref().map(|line| line.as_str().to_owned()).unwrap_or(person.email);
        Person { phone, email, ..person }
    }
}
