//! Python programs from PyPI, each in a virtual environment of its own under the target directory.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::report::say;
use crate::signals::Signals;
use crate::{debian, run, workspace};

/// Installs `pinned`, such as `numpy==2.4.6`, into `name` unless it is there; the directory of its programs.
///
/// # Errors
/// No Python that can make one, or a package that can't be installed.
pub(crate) fn with(name: &str, pinned: &str, signals: &Signals) -> Result<PathBuf> {
    installed(name, pinned, &[pinned], signals)
}

/// The same without what the package asks for: for one whose data we want, not its program.
pub(crate) fn with_nothing_else(name: &str, pinned: &str, signals: &Signals) -> Result<PathBuf> {
    installed(name, pinned, &["--no-deps", pinned], signals)
}

/// The same with what belongs to `pinned` besides, such as `moto[server]==5.2.5` for `moto==5.2.5`.
///
/// # Errors
/// As [`with`].
pub(crate) fn with_extras(name: &str, pinned: &str, asked: &str, signals: &Signals) -> Result<PathBuf> {
    installed(name, pinned, &[asked], signals)
}

fn installed(name: &str, pinned: &str, asked: &[&str], signals: &Signals) -> Result<PathBuf> {
    let venv = workspace::target_dir()?.join(name);
    let pip = || Command::new(venv.join("bin/pip"));
    if run::quietly(pip().args(["freeze", "--all"])).is_ok_and(|all| all.lines().any(|line| line == pinned)) {
        return Ok(venv.join("bin"));
    }
    say(&format!("    installing {pinned} into {}", venv.display()));
    make(&venv, signals)?;
    run::to_success(pip().args(["install", "--quiet"]).args(asked), signals)
        .with_context(|| format!("installing {pinned}"))?;
    Ok(venv.join("bin"))
}

/// Debian keeps venv in a package of its own.
fn make(venv: &Path, signals: &Signals) -> Result<()> {
    let make = || run::quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv));
    if make().is_err() {
        debian::install(&["python3", "python3-venv"], signals).context("python3 with venv is needed")?;
        make()?;
    }
    Ok(())
}
