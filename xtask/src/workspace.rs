//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The workspace's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where cargo builds: this program was built there itself, wherever `CARGO_TARGET_DIR` points.
pub(crate) fn target_dir() -> Result<PathBuf> {
    let profile_dir = profile_dir()?;
    Ok(profile_dir.parent().context("a program outside a target directory")?.to_owned())
}

/// The server's program, which cargo puts beside this one.
pub(crate) fn server_program() -> Result<PathBuf> {
    Ok(profile_dir()?.join("motcua"))
}

/// The cargo that called us, in the workspace's root.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(arguments);
    cargo
}

fn profile_dir() -> Result<PathBuf> {
    let program = env::current_exe().context("cannot tell where xtask itself lies")?;
    Ok(program.parent().context("a program outside a target directory")?.to_owned())
}
