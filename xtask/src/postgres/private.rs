//! The private server: made, started, stopped, deleted.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::account::Account;
use super::programs::Programs;
use super::settings::{Durability, settings};
use crate::signals::Signals;
use crate::{free_port, report, run};

/// Another program may take the free port before the server does.
const TRIES: u32 = 3;

/// A running PostgreSQL that ends, with all it holds, when this value does.
pub(crate) struct Private {
    programs: Programs,
    account: Account,
    dir: TempDir,
    port: u16,
}

impl Private {
    /// Starts one.
    ///
    /// # Errors
    /// If PostgreSQL can be neither found nor installed, or does not start: its log's end is in the error.
    pub(crate) fn start(durability: Durability, signals: &Signals) -> Result<Self> {
        let mut server = Self::prepare(durability, signals)?;
        for _ in 0..TRIES {
            server.port = free_port::find()?;
            if server.launch(durability).is_ok() {
                report::say(&format!("    PostgreSQL {} at {}", server.programs.major(), server.url()));
                return Ok(server);
            }
        }
        bail!("PostgreSQL did not start; the end of its log:\n{}", server.log_end())
    }

    /// The server's address without a database: `postgres://postgres@127.0.0.1:PORT`.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}", self.port)
    }

    /// The port on 127.0.0.1.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The directory of PostgreSQL's programs, such as `psql` and `pgbench`.
    pub(crate) fn programs_dir(&self) -> &Path {
        self.programs.dir()
    }

    fn prepare(durability: Durability, signals: &Signals) -> Result<Self> {
        let programs = Programs::find_or_install(signals)?;
        let account = Account::choose()?;
        let dir = tempfile::Builder::new().prefix("motcua-pg-").tempdir_in(durability.parent_dir())?;
        account.own(dir.path())?;
        let server = Self { programs, account, dir, port: 0 };
        server.initdb()?;
        Ok(server)
    }

    fn initdb(&self) -> Result<()> {
        let how =
            "--username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions";
        let mut initdb = self.command("initdb");
        initdb.args(how.split(' ')).arg("--pgdata").arg(self.data());
        run::quietly(&mut initdb).context("a private PostgreSQL could not be made")?;
        let mut conf = OpenOptions::new().append(true).open(self.data().join("postgresql.conf"))?;
        writeln!(conf, "include '{}'", self.settings().display())?;
        Ok(())
    }

    fn launch(&self, durability: Durability) -> Result<()> {
        fs::write(self.settings(), settings(self.dir.path(), self.port, durability))?;
        run::quietly(self.pg_ctl("start").arg("--wait").arg("--log").arg(self.log()))?;
        Ok(())
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.dir().join(program));
        command.current_dir(self.dir.path()).env("HOME", self.dir.path());
        self.account.run(&mut command);
        command
    }

    fn pg_ctl(&self, what: &str) -> Command {
        let mut pg_ctl = self.command("pg_ctl");
        pg_ctl.arg(what).arg("--silent").arg("--pgdata").arg(self.data());
        pg_ctl
    }

    fn log_end(&self) -> String {
        const LINES: usize = 10;
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(LINES)..].join("\n")
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// Ours, which the server's own `postgresql.conf` includes.
    fn settings(&self) -> PathBuf {
        self.dir.path().join("settings.conf")
    }

    /// The server's log.
    pub(crate) fn log(&self) -> PathBuf {
        self.dir.path().join("log")
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        if !self.data().join("postmaster.pid").exists() {
            return;
        }
        match run::quietly(self.pg_ctl("stop").args(["--mode", "immediate"])) {
            Ok(_) => report::say("    PostgreSQL stopped"),
            Err(error) => report::say(&format!("    PostgreSQL could not be stopped: {error:#}")),
        }
    }
}
