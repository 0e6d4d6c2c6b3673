//! The private gateway: started, stopped, deleted.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::signals::Signals;
use crate::{report, run, venv};

const SERVER: &str = include_str!("server.py");

/// Jasmin's protocol library; Twisted comes with it.
const PINNED: &str = "smpp.twisted3==0.8";

/// A running gateway, which ends with all it holds when this value does.
pub(crate) struct Private {
    child: Child,
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
        let mut child = run::start_group(command.arg(program).arg(dir.path()).stdout(Stdio::piped()))?;
        let port = port(&mut child);
        // From here on it is stopped, whatever it said.
        let mut gateway = Self { child, dir, port: 0 };
        gateway.port = port.context("the SMPP gateway did not start")?;
        report::say(&format!("    SMPP at 127.0.0.1:{}", gateway.port));
        Ok(gateway)
    }

    /// What tests are told: the gateway, and the folder where what it was handed lies.
    pub(crate) fn told(&self) -> [(&'static str, String); 2] {
        [
            ("MOTCUA_TEST_SMPP", format!("127.0.0.1:{}", self.port)),
            ("MOTCUA_TEST_SMPP_DIR", self.dir.path().display().to_string()),
        ]
    }
}

/// The line it prints once it listens.
fn port(child: &mut Child) -> Option<u16> {
    let mut line = String::new();
    BufReader::new(child.stdout.take()?).read_line(&mut line).ok()?;
    line.trim().parse().ok()
}

impl Drop for Private {
    fn drop(&mut self) {
        match run::end_group(&mut self.child) {
            Ok(_) => report::say("    SMPP stopped"),
            Err(error) => report::say(&format!("    SMPP could not be stopped: {error:#}")),
        }
    }
}
