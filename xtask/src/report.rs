//! Stages, one line each, and a summary in which nothing is left out in silence.

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

/// What became of the stages so far. After a stage has failed, the later ones are not run.
#[derive(Default)]
pub(crate) struct Report {
    stages: Vec<(String, Outcome)>,
}

enum Outcome {
    Ok(Duration),
    Failed(Duration, String),
    NotRun,
    LeftOut(String),
}

impl Report {
    /// Runs one stage; `None` if it failed, or did not run because an earlier one failed.
    pub(crate) fn stage<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        if self.failed() {
            self.note(name, Outcome::NotRun);
            return None;
        }
        say(&format!("==> {name}"));
        let begun = Instant::now();
        match work() {
            Ok(value) => {
                self.note(name, Outcome::Ok(begun.elapsed()));
                Some(value)
            }
            Err(error) => {
                self.note(name, Outcome::Failed(begun.elapsed(), format!("{error:#}")));
                None
            }
        }
    }

    /// Records what is not tested this time, and why.
    pub(crate) fn left_out(&mut self, name: &str, why: &str) {
        self.note(name, Outcome::LeftOut(why.to_owned()));
    }

    /// Prints the summary; success only if no stage failed.
    pub(crate) fn finish(self) -> ExitCode {
        say("==> summary");
        for (name, outcome) in &self.stages {
            say(&format!("    {name}: {outcome}"));
        }
        if self.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    fn note(&mut self, name: &str, outcome: Outcome) {
        say(&format!("    {name}: {outcome}"));
        self.stages.push((name.to_owned(), outcome));
    }

    fn failed(&self) -> bool {
        self.stages.iter().any(|(_, outcome)| matches!(outcome, Outcome::Failed(..)))
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ok(took) => write!(f, "ok ({:.1} s)", took.as_secs_f32()),
            Self::Failed(took, why) => write!(f, "FAILED after {:.1} s: {why}", took.as_secs_f32()),
            Self::NotRun => f.write_str("NOT RUN, because a stage before it failed"),
            Self::LeftOut(why) => write!(f, "LEFT OUT: {why}"),
        }
    }
}

/// Prints one line.
#[expect(clippy::print_stdout, reason = "the one place where xtask talks to the person who called it")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::Report;
    use anyhow::bail;
    use std::process::ExitCode;

    #[test]
    fn after_a_failure_nothing_else_runs_and_the_exit_code_says_so() {
        let mut report = Report::default();
        assert_eq!(report.stage("one", || Ok(1)), Some(1));
        assert_eq!(report.stage::<()>("two", || bail!("broken")), None);
        assert_eq!(report.stage("three", || Ok(3)), None);
        assert_eq!(report.finish(), ExitCode::FAILURE);
    }

    #[test]
    fn what_is_left_out_is_named_and_fails_nothing() {
        let mut report = Report::default();
        report.left_out("PostgreSQL", "--only sqlite");
        assert_eq!(report.stages[0].1.to_string(), "LEFT OUT: --only sqlite");
        assert_eq!(report.finish(), ExitCode::SUCCESS);
    }
}
