//! What administrators send.

use crate::http::Line;
use crate::office::accounts::Wanted;
use kernel::{AgencyCode, Role};
use serde::Deserialize;

/// An account, as it is to be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountIn {
    /// The name it signs in with; of a new one only.
    #[serde(default)]
    pub username: Line<64>,
    /// Its first password; of a new one only. Empty: one is made.
    #[serde(default)]
    pub password: Line<256>,
    /// The person's name.
    #[serde(default)]
    pub name: Line<200>,
    /// Its agency.
    pub agency: AgencyCode,
    /// Its roles there.
    pub roles: Vec<Role>,
    /// The fields entrusted to it, as a deputy.
    pub fields: Vec<Line<200>>,
    /// What the person is, as it stands under a letter.
    #[serde(default)]
    pub position: Line<200>,
    /// The phone.
    #[serde(default)]
    pub phone: Line<32>,
    /// The e-mail.
    #[serde(default)]
    pub email: Line<254>,
}

/// A password.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordIn {
    /// The password. Empty: one is made.
    #[serde(default)]
    pub password: Line<256>,
}

impl From<AccountIn> for Wanted {
    fn from(account: AccountIn) -> Self {
        Self {
            name: account.name.into_string(),
            agency: account.agency,
            roles: account.roles,
            fields: account.fields.into_iter().map(Line::into_string).collect(),
            position: account.position.into_string(),
            phone: account.phone.into_string(),
            email: account.email.into_string(),
        }
    }
}
