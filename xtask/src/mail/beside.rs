//! `cargo xtask mail`: a command beside private SMTP servers and private SMS gateways.

use std::process::ExitCode;

use anyhow::Result;

use super::Private;
use crate::cli::MailWish;
use crate::signals::Signals;
use crate::{run, smpp, sms};

/// Runs the command; the exit code is the command's own.
pub(crate) fn beside(wish: &MailWish, signals: &Signals) -> Result<ExitCode> {
    let (mail, sms) = (Private::start(signals)?, sms::Private::start(signals)?);
    let smpp = smpp::Private::start(signals)?;
    let mut command = run::of_words(&wish.command)?;
    run::to_its_code(command.envs(mail.told()).envs(sms.told()).envs(smpp.told()), signals)
}
