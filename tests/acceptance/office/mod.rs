//! The administrators' pages: who may, what they do, what is told where something is wrong, and that it is written down.

mod access;
mod accounts;
mod agencies;
mod calendars;
mod procedures;
mod sessions;

use kernel::Role;
use testkit::app::{Browserless, TestApp};

/// Where administrators are.
const PROVINCE: &str = "H32";

fn administrator(app: &TestApp) -> Browserless {
    app.at_the_pages(Role::Administrator, PROVINCE)
}

/// A second one, elsewhere.
fn another(app: &TestApp) -> Browserless {
    app.at_the_pages(Role::Administrator, "H32.02")
}
