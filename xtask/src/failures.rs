//! What failed among many tests, said once more where it is found: at the end.

use std::io::{self, BufRead, BufReader, PipeReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use anyhow::{Error, Result, anyhow};

use crate::report::say;
use crate::run;
use crate::signals::Signals;

/// How long to wait for the end of what was printed, once whoever printed it has ended: what it left running may hold
/// the pipe.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs `cargo test`, passes on what it prints, and has its failures in the error.
pub(crate) fn said_again(test: &mut Command, signals: &Signals) -> Result<()> {
    let (read, write) = io::pipe()?;
    let (tell, told) = mpsc::channel();
    thread::spawn(move || pass_on(read, &tell));
    let outcome = run::to_success(test.stdout(write), signals);
    // The command holds the writing end until it is given another.
    test.stdout(Stdio::inherit());
    outcome.map_err(|why| with_failures(&why, &told.recv_timeout(PATIENCE).unwrap_or_default()))
}

fn with_failures(why: &Error, failures: &[String]) -> Error {
    anyhow!("{why:#}\n{}", failures.join("\n"))
}

fn pass_on(read: PipeReader, tell: &Sender<Vec<String>>) {
    let mut failures = Failures::default();
    for line in BufReader::new(read).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        say(&line);
        failures.hear(&line);
    }
    // Nobody waits any more where the tests succeeded.
    tell.send(failures.lines).unwrap_or_default();
}

/// The lines that libtest prints between `failures:` and `test result:`.
#[derive(Default)]
struct Failures {
    lines: Vec<String>,
    inside: bool,
}

impl Failures {
    fn hear(&mut self, line: &str) {
        match line {
            "failures:" => self.inside = true,
            end if end.starts_with("test result:") => self.inside = false,
            said if self.inside => self.lines.push(said.to_owned()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failures;

    #[test]
    fn what_failed_is_kept_and_nothing_else() {
        let printed = "test one ... ok\ntest two ... FAILED\n\nfailures:\n---- two stdout ----\nit broke\n\
                       failures:\n    two\ntest result: FAILED. 1 passed; 1 failed\ntest three ... ok";
        let mut failures = Failures::default();
        printed.lines().for_each(|line| failures.hear(line));
        assert_eq!(failures.lines, ["---- two stdout ----", "it broke", "    two"]);
    }
}
