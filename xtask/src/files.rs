//! `cargo xtask files`: a command beside a private S3 service and a private clamd.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::cli::FilesWish;
use crate::signals::Signals;
use crate::{bucket, clamd, run};

/// Runs the command; the exit code is the command's own.
pub(crate) fn beside(wish: &FilesWish, signals: &Signals) -> Result<ExitCode> {
    let (bucket, clamd) = (bucket::Private::start(signals)?, clamd::Private::start(signals)?);
    let (program, arguments) = wish.command.split_first().context("a command is needed")?;
    let mut command = Command::new(program);
    command.args(arguments).envs(bucket.told()).envs(clamd.told());
    let status = run::in_foreground(&mut command, signals)?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
