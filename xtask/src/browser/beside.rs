//! `cargo xtask browser`: a command beside a private Chromium.

use std::process::ExitCode;

use anyhow::Result;

use super::Private;
use crate::cli::BrowserWish;
use crate::run;
use crate::signals::Signals;

/// Runs the command; the exit code is the command's own.
pub(crate) fn beside(wish: &BrowserWish, signals: &Signals) -> Result<ExitCode> {
    let browser = Private::start(signals)?;
    run::to_its_code(run::of_words(&wish.command)?.envs(browser.told()), signals)
}
