//! `cargo xtask api-fuzz`: generated requests over the whole OpenAPI find no 5xx and no undocumented answer.

mod accounts;
mod demo;
mod schemathesis;

use anyhow::{Result, ensure};

use self::accounts::{ACCOUNTS, Account, Seen};
use self::demo::Demo;
use self::schemathesis::Schemathesis;
use crate::report::say;
use crate::signals::Signals;

/// Fuzzes the server at `at` or, without it, a demo built and started for this.
///
/// # Errors
/// Names who was answered wrongly; schemathesis has printed the requests by then.
pub(crate) fn run(at: Option<&str>, signals: &Signals) -> Result<()> {
    let schemathesis = Schemathesis::ready(signals)?;
    match at {
        Some(url) => everyone(&schemathesis, url, signals),
        None => {
            let mut demo = Demo::start(signals)?;
            everyone(&schemathesis, demo.url(), signals)?;
            demo.check_alive()
        }
    }
}

/// All are tried, whoever fails.
fn everyone(schemathesis: &Schemathesis, url: &str, signals: &Signals) -> Result<()> {
    say("    api-fuzz without a token");
    let mut failed = Vec::new();
    if schemathesis.anonymous(url, signals).is_err() {
        failed.push("nobody (no token)");
    }
    for account in &ACCOUNTS {
        ensure!(!signals.any(), "interrupted");
        if signed_in(schemathesis, url, account, signals).is_err() {
            failed.push(account.username);
        }
    }
    ensure!(failed.is_empty(), "wrong answers to: {}", failed.join(", "));
    Ok(())
}

fn signed_in(schemathesis: &Schemathesis, url: &str, account: &Account, signals: &Signals) -> Result<()> {
    say(&format!("    api-fuzz as {}", account.username));
    let outcome = account.sign_in(url).and_then(|token| {
        let seen = Seen::by(url, &token);
        schemathesis.signed_in(url, &token, seen.as_ref(), signals)
    });
    outcome.inspect_err(|error| say(&format!("    api-fuzz as {}: {error:#}", account.username)))
}
