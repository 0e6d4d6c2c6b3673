//! Agencies: the tree, each agency, added and changed.

pub(crate) mod add;
pub(crate) mod change;
mod fields;
pub(crate) mod list;
pub(crate) mod show;

use crate::http::Problem;
use kernel::AgencyCode;

/// Where agencies are found.
const LIST: (&str, &str) = ("/quan-tri/co-quan", "Cơ quan");

/// Where an agency's page is.
fn address(code: &AgencyCode) -> String {
    format!("{}/{code}", LIST.0)
}

/// The agency that an address names.
fn named(text: &str) -> Result<AgencyCode, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}
