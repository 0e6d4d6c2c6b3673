//! What was measured beside its limit.

use std::fmt::Write;

/// One line: a figure of ours, the limit it is held against, and what the ratio of the two is to be.
pub(crate) struct Line {
    what: String,
    ours: f64,
    limit: String,
    theirs: f64,
    target: Target,
}

#[derive(Clone, Copy)]
enum Target {
    None,
    AtLeast(f64),
    AtMost(f64),
}

impl Line {
    /// `what` was measured as `ours`, `limit` as `theirs`.
    pub(crate) fn new(what: impl Into<String>, ours: f64, limit: impl Into<String>, theirs: f64) -> Self {
        Self { what: what.into(), ours, limit: limit.into(), theirs, target: Target::None }
    }

    /// The ratio is to be so much at least.
    pub(crate) fn at_least(self, ratio: f64) -> Self {
        Self { target: Target::AtLeast(ratio), ..self }
    }

    /// The ratio is to be so much at most.
    pub(crate) fn at_most(self, ratio: f64) -> Self {
        Self { target: Target::AtMost(ratio), ..self }
    }

    fn ratio(&self) -> f64 {
        self.ours / self.theirs
    }

    fn verdict(&self) -> String {
        let (sign, wanted, met) = match self.target {
            Target::None => return String::new(),
            Target::AtLeast(wanted) => ("≥", wanted, self.ratio() >= wanted),
            Target::AtMost(wanted) => ("≤", wanted, self.ratio() <= wanted),
        };
        format!("{sign} {wanted:.2} {}", if met { "met" } else { "MISSED" })
    }
}

/// A Markdown table of the lines.
pub(crate) fn of(lines: &[Line]) -> String {
    let mut table =
        "| what | measured | beside | measured | ratio | target |\n| --- | --: | --- | --: | --: | --- |"
            .to_owned();
    for line in lines {
        let (ours, theirs, ratio) = (grouped(line.ours), grouped(line.theirs), line.ratio());
        let (what, limit, verdict) = (&line.what, &line.limit, line.verdict());
        write!(table, "\n| {what} | {ours} | {limit} | {theirs} | {ratio:.2} | {verdict} |")
            .unwrap_or_default();
    }
    table
}

/// The middle one of an odd number of figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// `12345.6` as `12,346`.
fn grouped(figure: f64) -> String {
    let digits = format!("{figure:.0}");
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{Line, grouped, median, of};

    #[test]
    fn a_line_says_whether_the_target_is_met() {
        let met = Line::new("a", 60.0, "b", 100.0).at_least(0.6);
        let missed = Line::new("a", 61.0, "b", 60.0).at_most(1.0);
        assert_eq!(met.verdict(), "≥ 0.60 met");
        assert_eq!(missed.verdict(), "≤ 1.00 MISSED");
        assert!(of(&[met]).ends_with("\n| a | 60 | b | 100 | 0.60 | ≥ 0.60 met |"));
    }

    #[test]
    fn one_odd_round_moves_the_median_little() {
        assert_eq!(median(vec![3.0, 1_000.0, 1.0]), 3.0);
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(999.4), "999");
        assert_eq!(grouped(1_234_567.0), "1,234,567");
    }
}
