//! `cargo xtask bench`: how fast we are, as ratios beside a limit measured in the same run.

mod acceptance;
mod accepting;
mod due_dates;
mod letters;
mod look_ups;
mod memory;
mod notices;
mod pages;
mod together;

mod filled;
mod gateway;
mod http;
mod load;
mod machine;
mod motcua;
mod numpy;
mod page;
mod pgbench;
mod programs;
mod recorded;
mod table;

use std::process::ExitCode;

use anyhow::{Result, ensure};
use clap::ValueEnum;

use self::programs::Programs;
use crate::cli::{BenchWish, Figure};
use crate::report::{Report, say};
use crate::signals::Signals;
use crate::{run, workspace};

/// What every figure is measured with.
pub(crate) struct Bench<'a> {
    programs: Programs,
    quick: bool,
    signals: &'a Signals,
}

impl Bench<'_> {
    /// The whole amount, or less where it is to be quick.
    fn amount(&self, whole: usize, quick: usize) -> usize {
        if self.quick { quick } else { whole }
    }
}

/// Measures the figures that were asked for, all by default, and writes each into `docs/PERFORMANCE.md`.
///
/// # Errors
/// A program that can't be built. What goes wrong with a figure is told in the summary.
pub(crate) fn run(wish: &BenchWish, signals: &Signals) -> Result<ExitCode> {
    if cfg!(debug_assertions) {
        return in_release(signals);
    }
    let mut report = Report::default();
    let built = report.stage("release programs", || Programs::build(signals));
    let Some(programs) = built else { return Ok(report.finish()) };
    let bench = Bench { programs, quick: wish.quick, signals };
    for figure in wanted(wish) {
        report.stage(figure.name(), || bench.measure(*figure));
    }
    Ok(report.finish())
}

fn wanted(wish: &BenchWish) -> &[Figure] {
    if wish.figures.is_empty() { Figure::value_variants() } else { &wish.figures }
}

/// This program again, built in release: a load that is slow itself would measure itself.
fn in_release(signals: &Signals) -> Result<ExitCode> {
    let mut again = workspace::cargo(&["run", "--quiet", "--release", "--package", "xtask", "--"]);
    let status = run::in_foreground(again.args(std::env::args_os().skip(1)), signals)?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Bench<'_> {
    fn measure(&self, figure: Figure) -> Result<()> {
        ensure!(!self.signals.any(), "interrupted");
        let facts = machine::facts()?;
        let lines = match figure {
            Figure::DueDates => due_dates::lines(self),
            Figure::Acceptance => acceptance::lines(self),
            Figure::Together => together::lines(self),
            Figure::LookUps => look_ups::lines(self),
            Figure::Memory => memory::lines(self),
            Figure::Notices => notices::lines(self),
            Figure::Letters => letters::lines(self),
            Figure::Pages => pages::lines(self),
        }?;
        let table = table::of(&lines);
        say(&table);
        let quick = if self.quick { " --quick" } else { "" };
        let command = format!("cargo xtask bench{quick} {}", figure.name());
        page::put(figure.name(), &format!("{facts}; `{command}`\n\n{table}"))
    }
}
