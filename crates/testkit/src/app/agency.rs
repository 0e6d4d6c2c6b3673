//! An agency of the province, each of its people signed in as such.

use super::TestApp;
use super::client::Client;
use super::personas::{Clerk, Head, Officer};
use kernel::Role;

/// An agency whose people work with the server.
#[derive(Clone, Copy)]
pub struct Agency<'a> {
    app: &'a TestApp,
    code: &'a str,
}

impl TestApp {
    /// The people of an agency.
    pub fn agency<'a>(&'a self, code: &'a str) -> Agency<'a> {
        Agency { app: self, code }
    }
}

impl<'a> Agency<'a> {
    /// Its identifier.
    pub fn code(&self) -> &'a str {
        self.code
    }

    /// A clerk there.
    pub fn clerk(&self) -> Clerk {
        Clerk(self.anyone(Role::Clerk))
    }

    /// An officer there.
    pub fn officer(&self) -> Officer {
        Officer(self.anyone(Role::Officer))
    }

    /// Its head.
    pub fn head(&self) -> Head {
        Head(self.anyone(Role::Head))
    }

    /// Somebody there with this role.
    pub fn anyone(&self, role: Role) -> Client {
        self.app.someone(role, self.code)
    }
}
