//! The private service: started, stopped, forgotten.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::group::Group;
use crate::signals::Signals;
use crate::{report, venv};

const SERVER: &str = include_str!("server.py");

/// What most programs for S3 are tested on; Amazon's own library comes with it.
const PINNED: &str = "moto==5.2.5";
const WITH: &str = "moto[server]==5.2.5";

/// A running service with an empty bucket, which forgets all when this value is dropped.
pub(crate) struct Private {
    _service: Group,
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
        let mut service = Group::start("S3", Command::new(python).arg(program).stdout(Stdio::piped()))?;
        let port = service.hear(|line| line.parse().ok()).context("the S3 service did not start")?;
        report::say(&format!("    S3 at 127.0.0.1:{port}"));
        Ok(Self { _service: service, _dir: dir, port })
    }

    /// What tests are told: where it listens.
    pub(crate) fn told(&self) -> [(&'static str, String); 1] {
        [("MOTCUA_TEST_S3", format!("127.0.0.1:{}", self.port))]
    }
}
