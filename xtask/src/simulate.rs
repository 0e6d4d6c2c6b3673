//! `cargo xtask simulate`: a year of the sample province, in release. `DATABASE_URL` is passed on as it is.

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::cli::SimulateWish;
use crate::run;
use crate::signals::Signals;
use crate::workspace;

/// Builds the simulation and runs it; its exit code says whether the log it wrote is clean.
pub(crate) fn run(wish: &SimulateWish, signals: &Signals) -> Result<ExitCode> {
    let status = run::in_foreground(&mut simulation(wish), signals)?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn simulation(wish: &SimulateWish) -> Command {
    let mut command = workspace::cargo(&["run", "--quiet", "--release", "--package", "simulation", "--"]);
    command.args(wish.quick.then_some("--quick"));
    command.args(wish.dossiers.map(|dossiers| format!("--dossiers={dossiers}")));
    command.args(wish.seed.map(|seed| format!("--seed={seed}")));
    command
}
