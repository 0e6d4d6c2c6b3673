//! Accounts: found, added, changed, shut and opened, given another password.

pub(crate) mod add;
pub(crate) mod change;
mod fields;
pub(crate) mod list;
pub(crate) mod password;
pub(crate) mod show;
pub(crate) mod turn;

use crate::http::Problem;
use kernel::UserId;

/// Where accounts are found.
const LIST: (&str, &str) = ("/quan-tri/tai-khoan", "Tài khoản");

/// Where an account's page is.
fn address(id: UserId) -> String {
    format!("{}/{}", LIST.0, id.0)
}

/// The account that an address names.
fn named(text: &str) -> Result<UserId, Problem> {
    text.parse().map(UserId).map_err(|_| Problem::NotFound)
}
