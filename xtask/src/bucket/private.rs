//! The private service: started, stopped, forgotten.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::signals::Signals;
use crate::{report, run, venv};

const SERVER: &str = include_str!("server.py");

/// What most programs for S3 are tested on; Amazon's own library comes with it.
const PINNED: &str = "moto==5.2.5";
const WITH: &str = "moto[server]==5.2.5";

/// A running service with an empty bucket, which forgets all when this value is dropped.
pub(crate) struct Private {
    child: Child,
    _dir: TempDir,
    port: u16,
}

impl Private {
    /// Starts one.
    ///
    /// # Errors
    /// If moto can't be installed, or doesn't start.
    pub(crate) fn start(signals: &Signals) -> Result<Self> {
        let python = venv::with_extras("moto-venv", PINNED, WITH, signals)?.join("python");
        let dir = tempfile::Builder::new().prefix("motcua-bucket-").tempdir()?;
        let program = dir.path().join("server.py");
        fs::write(&program, SERVER)?;
        let mut command = Command::new(python);
        let mut child = run::start_group(command.arg(program).stdout(Stdio::piped()))?;
        let port = port(&mut child);
        // From here on it is stopped, whatever it said.
        let mut service = Self { child, _dir: dir, port: 0 };
        service.port = port.context("the S3 service did not start")?;
        report::say(&format!("    S3 at 127.0.0.1:{}", service.port));
        Ok(service)
    }

    /// What tests are told: where it listens.
    pub(crate) fn told(&self) -> [(&'static str, String); 1] {
        [("MOTCUA_TEST_S3", format!("127.0.0.1:{}", self.port))]
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
            Ok(_) => report::say("    S3 stopped"),
            Err(error) => report::say(&format!("    S3 could not be stopped: {error:#}")),
        }
    }
}
