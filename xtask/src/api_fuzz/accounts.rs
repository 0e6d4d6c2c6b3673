//! The demo's accounts, a role each.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// How long the server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Somebody who can sign in to the demo.
pub(crate) struct Account {
    pub(crate) username: &'static str,
    password: &'static str,
}

/// As the demo makes them.
pub(crate) const ACCOUNTS: [Account; 3] = [
    Account { username: "clerk", password: "motcua-demo-clerk" },
    Account { username: "head", password: "motcua-demo-head" },
    Account { username: "admin", password: "motcua-demo-admin" },
];

impl Account {
    /// An access token, tried out once: with one that is refused everywhere a run would find nothing.
    pub(crate) fn sign_in(&self, url: &str) -> Result<String> {
        let sign_in = json!({ "username": self.username, "password": self.password });
        let session: Value = ureq::post(format!("{url}/api/v1/sessions"))
            .config()
            .timeout_global(Some(PATIENCE))
            .build()
            .send_json(sign_in)
            .and_then(|mut answer| answer.body_mut().read_json())
            .context("signing in")?;
        let token = session["access_token"].as_str().context("a session without access_token")?;
        ureq::get(format!("{url}/api/v1/me"))
            .config()
            .timeout_global(Some(PATIENCE))
            .build()
            .header("Authorization", format!("Bearer {token}"))
            .call()
            .context("GET /api/v1/me with the new token")?;
        Ok(token.to_owned())
    }
}
