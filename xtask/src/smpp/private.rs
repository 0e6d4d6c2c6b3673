//! The private gateway: started, stopped, deleted.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::group::Group;
use crate::signals::Signals;
use crate::{report, venv};

const SERVER: &str = include_str!("server.py");

/// Jasmin's protocol library; Twisted comes with it.
const PINNED: &str = "smpp.twisted3==0.8";

/// A running gateway, which ends with all it holds when this value does.
pub(crate) struct Private {
    _gateway: Group,
    dir: TempDir,
    port: u16,
}

impl Private {
    /// Starts one.
    ///
    /// # Errors
    /// If the library can't be installed, or the gateway doesn't start.
    pub(crate) fn start(signals: &Signals) -> Result<Self> {
        let python = venv::with("smpp-venv", PINNED, signals)?.join("python");
        let dir = tempfile::Builder::new().prefix("motcua-smpp-").tempdir()?;
        let program = dir.path().join("server.py");
        fs::write(&program, SERVER)?;
        let mut command = Command::new(python);
        command.arg(program).arg(dir.path()).stdout(Stdio::piped());
        let mut gateway = Group::start("SMPP", &mut command)?;
        let port = gateway.hear(|line| line.parse().ok()).context("the SMPP gateway did not start")?;
        report::say(&format!("    SMPP at 127.0.0.1:{port}"));
        Ok(Self { _gateway: gateway, dir, port })
    }

    /// What tests are told: the gateway, and the folder where what it was handed lies.
    pub(crate) fn told(&self) -> [(&'static str, String); 2] {
        [
            ("MOTCUA_TEST_SMPP", format!("127.0.0.1:{}", self.port)),
            ("MOTCUA_TEST_SMPP_DIR", self.dir.path().display().to_string()),
        ]
    }
}
