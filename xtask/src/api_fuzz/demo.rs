//! The server in demo mode, started for the fuzzing and stopped after it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::group::Group;
use crate::signals::Signals;
use crate::{free_port, report, run, workspace};

const READY_WITHIN: Duration = Duration::from_secs(60);
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// A generated request must not be turned away before it is looked at.
const NO_LIMITS: [(&str, &str); 3] = [
    ("MOTCUA_LIMITS__SIGN_INS_A_MINUTE", "1000000"),
    ("MOTCUA_LIMITS__LOOK_UPS_A_MINUTE", "1000000"),
    ("MOTCUA_LIMITS__SUBMISSIONS_A_MINUTE", "1000000"),
];

/// A running demo on a SQLite database of its own; ends when this value does.
pub(crate) struct Demo {
    server: Group,
    url: String,
    log: PathBuf,
    _database: TempDir,
}

impl Demo {
    /// Builds the server, starts it and waits until it says `READY http://…`.
    pub(crate) fn start(signals: &Signals) -> Result<Self> {
        run::to_success(&mut workspace::cargo(&["build", "--package", "server"]), signals)?;
        let database = TempDir::with_prefix("motcua-fuzz-")?;
        let log = work_dir()?.join("server.log");
        let server = Group::start("the demo", &mut command(database.path(), &log)?)?.silent();
        let mut demo = Self { server, url: String::new(), log, _database: database };
        demo.url = demo.await_ready(signals)?;
        report::say(&format!("    demo at {}, its log in {}", demo.url, demo.log.display()));
        Ok(demo)
    }

    /// The address, without a slash at its end.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Fails if the server has gone away.
    pub(crate) fn check_alive(&mut self) -> Result<()> {
        match self.server.ended()? {
            None => Ok(()),
            Some(status) => bail!("the server went away ({status}); its log: {}", self.log.display()),
        }
    }

    fn await_ready(&mut self, signals: &Signals) -> Result<String> {
        let begun = Instant::now();
        loop {
            if let Some(url) = ready_at(&fs::read_to_string(&self.log)?) {
                return Ok(url.to_owned());
            }
            self.check_alive()?;
            ensure!(!signals.any(), "interrupted");
            ensure!(
                begun.elapsed() < READY_WITHIN,
                "the server never said READY; its log: {}",
                self.log.display()
            );
            sleep(BETWEEN_LOOKS);
        }
    }
}

/// Where this chore keeps its log and schemathesis its own files.
pub(crate) fn work_dir() -> Result<PathBuf> {
    let dir = workspace::target_dir()?.join("api-fuzz");
    fs::create_dir_all(&dir).with_context(|| format!("cannot make {}", dir.display()))?;
    Ok(dir)
}

fn command(database: &Path, log: &Path) -> Result<Command> {
    let log = File::create(log)?;
    let mut command = Command::new(workspace::server_program()?);
    command
        .args(["demo", "--port", &free_port::find()?.to_string()])
        .args(["--database", &format!("sqlite://{}", database.join("fuzz.db").display())])
        .envs(NO_LIMITS)
        .current_dir(workspace::root())
        .stdout(log.try_clone()?)
        .stderr(log);
    Ok(command)
}

fn ready_at(log: &str) -> Option<&str> {
    let whole_lines = log.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    whole_lines
        .filter_map(|line| line.strip_prefix("READY "))
        .map(|url| url.trim().trim_end_matches('/'))
        .next()
}

#[cfg(test)]
mod tests {
    use super::ready_at;

    #[test]
    fn the_address_is_read_once_its_line_is_whole() {
        assert_eq!(ready_at("a log line\nREADY http://127.0.0.1:80"), None);
        assert_eq!(ready_at("a log line\nREADY http://127.0.0.1:8080/\nmore"), Some("http://127.0.0.1:8080"));
    }
}
