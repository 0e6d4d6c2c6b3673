//! What administrators send.

use crate::http::{Line, Prose};
use crate::office::accounts::Wanted;
use catalog::Agency;
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

/// What is chosen twice is chosen once.
fn each_once<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    all.into_iter().fold(Vec::new(), |mut once, one| {
        if !once.contains(&one) {
            once.push(one);
        }
        once
    })
}

impl From<AccountIn> for Wanted {
    fn from(account: AccountIn) -> Self {
        Self {
            name: account.name.into_string(),
            agency: account.agency,
            roles: each_once(account.roles),
            fields: each_once(account.fields.into_iter().map(Line::into_string).collect()),
            position: account.position.into_string(),
            phone: account.phone.into_string(),
            email: account.email.into_string(),
        }
    }
}

/// An agency, as it is to be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyIn {
    /// Its identifier; of a new one only.
    #[serde(default)]
    pub code: Option<AgencyCode>,
    /// Its name.
    #[serde(default)]
    pub name: Line<200>,
    /// The agency above it.
    #[serde(default)]
    pub parent: Option<AgencyCode>,
    /// The calendar it works by.
    pub calendar: Line<64>,
    /// The name of its one-stop counter.
    #[serde(default)]
    pub counter: Line<200>,
    /// Where the counter is.
    #[serde(default)]
    pub address: Line<500>,
    /// Its hotline.
    #[serde(default)]
    pub hotline: Line<64>,
    /// Where its letters are written.
    #[serde(default)]
    pub place: Line<200>,
    /// The sign behind its letters' numbers.
    #[serde(default)]
    pub sign: Line<32>,
}

/// A file, as text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileIn {
    /// What stands in it.
    #[serde(default)]
    pub text: Prose<150_000>,
}

impl AgencyIn {
    /// The agency with this identifier, as it was sent; what was left empty isn't there.
    pub fn under(self, code: AgencyCode) -> Agency {
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Agency {
            code,
            name: self.name.as_str().trim().to_owned(),
            parent: self.parent,
            calendar: self.calendar.into_string(),
            counter: said(self.counter.as_str()),
            address: said(self.address.as_str()),
            hotline: said(self.hotline.as_str()),
            place: said(self.place.as_str()),
            sign: said(self.sign.as_str()),
        }
    }
}
