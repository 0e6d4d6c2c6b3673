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

/// As the demo makes them; the clerk last, who may end the dossier that all of them try.
pub(crate) const ACCOUNTS: [Account; 7] = [
    Account { username: "officer", password: "motcua-demo-officer" },
    Account { username: "leader", password: "motcua-demo-leader" },
    Account { username: "deputy", password: "motcua-demo-deputy" },
    Account { username: "head", password: "motcua-demo-head" },
    Account { username: "supervisor", password: "motcua-demo-supervisor" },
    Account { username: "admin", password: "motcua-demo-admin" },
    Account { username: "clerk", password: "motcua-demo-clerk" },
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

/// A dossier that somebody sees: to try with it what made-up names never reach.
pub(crate) struct Seen {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) step: String,
}

impl Seen {
    /// The newest dossier that the holder of `token` sees; none where they see none.
    pub(crate) fn by(url: &str, token: &str) -> Option<Self> {
        let list = get(&format!("{url}/api/v1/dossiers?stage=accepted&limit=1"), token)?;
        let id = list["items"][0]["id"].as_str()?.to_owned();
        let dossier = get(&format!("{url}/api/v1/dossiers/{id}"), token)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Some(Self { id, number: text(&dossier["code"]), step: text(&dossier["steps"][0]["step"]) })
    }
}

fn get(url: &str, token: &str) -> Option<Value> {
    let request = ureq::get(url).config().timeout_global(Some(PATIENCE)).build();
    let mut answer = request.header("Authorization", format!("Bearer {token}")).call().ok()?;
    answer.body_mut().read_json().ok()
}
