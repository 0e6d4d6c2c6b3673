//! numpy's `busday_offset`, asked the same kind of questions.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::signals::Signals;
use crate::{run, venv};

const PINNED: &str = "numpy==2.4.6";
const SCRIPT: &str = include_str!("busday_offset.py");

/// A Python that has numpy.
pub(crate) struct Numpy(PathBuf);

impl Numpy {
    /// Installs it into `target/numpy-venv` unless it is there.
    pub(crate) fn ready(signals: &Signals) -> Result<Self> {
        Ok(Self(venv::with("numpy-venv", PINNED, signals)?.join("python")))
    }

    /// Due dates a second.
    pub(crate) fn per_second(&self) -> Result<f64> {
        run::quietly(Command::new(&self.0).args(["-c", SCRIPT]))?.trim().parse().context("no figure")
    }
}
