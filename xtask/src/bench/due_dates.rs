//! Due dates a second on one core, beside numpy's.

use std::process::Command;

use anyhow::{Context, Result};

use super::Bench;
use super::numpy::Numpy;
use super::table::{Line, median};
use crate::run;

const ROUNDS: usize = 5;
/// Working days are to be counted at this rate.
const WANTED: f64 = 30_000_000.0;

/// The figures.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let numpy = Numpy::ready(bench.signals)?;
    let mut ours: Vec<Vec<(String, f64)>> = Vec::new();
    let mut theirs = Vec::new();
    for _ in 0..ROUNDS {
        ours.push(rates(&run::quietly(&mut Command::new(&bench.programs.due_dates))?)?);
        theirs.push(numpy.per_second()?);
    }
    let units = ours[0].iter().enumerate();
    let medians = units
        .map(|(place, (unit, _))| (unit.clone(), median(ours.iter().map(|round| round[place].1).collect())));
    Ok(medians.flat_map(|(unit, ours)| beside(&unit, ours, median(theirs.clone()))).collect())
}

fn beside(unit: &str, ours: f64, numpy: f64) -> Vec<Line> {
    let what = format!("due dates/s, {unit}");
    let beside_numpy = Line::new(&what, ours, "numpy busday_offset", numpy);
    if unit == "working_days" {
        vec![Line::new(&what, ours, "30 million", WANTED).at_least(1.0), beside_numpy.at_least(1.0)]
    } else {
        vec![beside_numpy]
    }
}

/// Reads `due_dates_per_second UNIT FIGURE` lines.
fn rates(told: &str) -> Result<Vec<(String, f64)>> {
    let rate = |line: &str| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
    };
    told.lines().map(|line| rate(line).with_context(|| format!("what is this: {line}"))).collect()
}
