//! `cargo xtask mail`: a command beside private SMTP servers and private SMS gateways.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use super::Private;
use crate::cli::MailWish;
use crate::signals::Signals;
use crate::{run, smpp, sms};

/// Runs the command; the exit code is the command's own.
pub(crate) fn beside(wish: &MailWish, signals: &Signals) -> Result<ExitCode> {
    let (mail, sms) = (Private::start(signals)?, sms::Private::start(signals)?);
    let smpp = smpp::Private::start(signals)?;
    let (program, arguments) = wish.command.split_first().context("a command is needed")?;
    let mut command = Command::new(program);
    command.args(arguments).envs(mail.told()).envs(sms.told()).envs(smpp.told());
    let status = run::in_foreground(&mut command, signals)?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
