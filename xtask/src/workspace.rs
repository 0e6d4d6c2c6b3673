//! Where things lie.

use std::env;
use std::ffi::OsStr;
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

/// The cargo that called us, in the workspace's root, as if called by hand: what it told this program of its own package would
/// have build scripts that look at such variables run again, and with them everything built anew that depends on them.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(arguments);
    for (name, _) in env::vars_os().filter(|(name, _)| is_of_a_package(name)) {
        cargo.env_remove(name);
    }
    cargo
}

fn is_of_a_package(name: &OsStr) -> bool {
    let prefixes = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"];
    name.to_str().is_some_and(|name| prefixes.iter().any(|prefix| name.starts_with(prefix)))
}

fn profile_dir() -> Result<PathBuf> {
    let program = env::current_exe().context("cannot tell where xtask itself lies")?;
    Ok(program.parent().context("a program outside a target directory")?.to_owned())
}
