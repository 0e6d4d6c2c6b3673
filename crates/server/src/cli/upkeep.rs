//! `motcua migrate`, `motcua verify`, `motcua rebuild`.

use super::{Outcome, say, setup};
use crate::config::Config;
use std::process::ExitCode;
use store::log;

pub(super) fn migrate(config: &Config) -> Outcome {
    setup::store(config)?;
    say("up to date");
    Ok(ExitCode::SUCCESS)
}

/// 0: everything agrees; 1: something doesn't, each finding on a line of its own.
pub(super) fn verify(config: &Config) -> Outcome {
    let store = setup::store(config)?;
    let mut findings = 0_u64;
    let dossiers = store.read(|db| {
        log::verify(db, &mut |finding| {
            findings += 1;
            say(&finding.to_string());
        })
    })?;
    say(&format!("{dossiers} dossiers, {findings} findings"));
    Ok(if findings == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub(super) fn rebuild(config: &Config) -> Outcome {
    let dossiers = log::rebuild(&setup::store(config)?)?;
    say(&format!("{dossiers} dossiers rebuilt"));
    Ok(ExitCode::SUCCESS)
}
