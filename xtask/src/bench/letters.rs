//! How long a letter takes on one core, beside ten milliseconds.

use std::process::Command;

use anyhow::{Context, Result};

use super::Bench;
use super::table::{Line, median};
use crate::run;

const ROUNDS: usize = 5;
/// In microseconds: a letter is to take no longer once the press is warm.
const LIMIT: f64 = 10_000.0;

/// The figures, in microseconds.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(run::quietly(&mut Command::new(&bench.programs.letters))?);
    }
    let figure = |what: &str, place: usize| -> Result<f64> {
        let told: Result<Vec<f64>> = rounds.iter().map(|round| milliseconds(round, what, place)).collect();
        Ok(median(told?) * 1_000.0)
    };
    let line = |what: &str, figure: f64| Line::new(format!("µs for {what}"), figure, "10 ms", LIMIT);
    Ok(vec![
        line("a letter, warm, at the median", figure("warm", 0)?).at_most(1.0),
        line("a letter, warm, 19 of 20", figure("warm", 1)?),
        line("the first letter", figure("first", 0)?),
        line("a signature, RSA 2048", figure("signature", 0)?),
    ])
}

/// Reads a line `letter_milliseconds WHAT P50 P95`.
fn milliseconds(told: &str, what: &str, place: usize) -> Result<f64> {
    let mut lines = told.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    let line =
        lines.find(|words| words.get(1) == Some(&what)).with_context(|| format!("no {what}: {told}"))?;
    Ok(line.get(2 + place).with_context(|| format!("what is this: {line:?}"))?.parse()?)
}

#[cfg(test)]
mod tests {
    use super::milliseconds;

    #[test]
    fn a_line_is_read_by_what_it_tells() {
        let told = "letter_milliseconds first 31.0 31.0\nletter_milliseconds warm 7.2 9.1\n";
        assert_eq!(milliseconds(told, "warm", 0).expect("told"), 7.2);
        assert_eq!(milliseconds(told, "warm", 1).expect("told"), 9.1);
        assert!(milliseconds(told, "signature", 0).is_err());
    }
}
