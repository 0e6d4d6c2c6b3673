//! A database full of dossiers.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::Bench;
use super::motcua::work_folder;
use crate::postgres::{Durability, Private};
use crate::run;

/// A filled database, and what was filled in.
pub(crate) struct Filled {
    /// Its address.
    pub(crate) url: String,
    /// A clerk of each commune.
    pub(crate) clerks: Vec<Clerk>,
    /// The numbers of accepted dossiers.
    pub(crate) accepted: Vec<String>,
    /// Dossiers that wait for acceptance.
    pub(crate) submitted: Vec<Submitted>,
}

/// A clerk's account.
pub(crate) struct Clerk {
    pub(crate) agency: String,
    pub(crate) username: String,
    pub(crate) password: String,
}

/// A dossier that waits for acceptance.
pub(crate) struct Submitted {
    pub(crate) id: String,
    pub(crate) agency: String,
}

impl Filled {
    /// Fills an SQLite file in `folder`, and verifies it.
    pub(crate) fn sqlite(
        bench: &Bench<'_>,
        folder: &Path,
        accepted: usize,
        submitted: usize,
    ) -> Result<Self> {
        let file = folder.join(format!("{accepted}.db"));
        Self::fill(bench, format!("sqlite://{}", file.display()), accepted, submitted)
    }

    /// Fills a new database of `server`, and verifies it.
    pub(crate) fn postgres(
        bench: &Bench<'_>,
        server: &Private,
        accepted: usize,
        submitted: usize,
    ) -> Result<Self> {
        let name = format!("with_{accepted}");
        sql(server, "postgres", &format!("create database {name}"))?;
        let filled = Self::fill(bench, format!("{}/{name}", server.url()), accepted, submitted)?;
        sql(server, &name, "vacuum analyze")?;
        sql(server, &name, "checkpoint")?;
        Ok(filled)
    }

    fn fill(bench: &Bench<'_>, url: String, accepted: usize, submitted: usize) -> Result<Self> {
        let lines = work_folder()?.join("filled");
        let mut fill = Command::new(&bench.programs.fill);
        fill.arg(&url).args([accepted.to_string(), submitted.to_string()]).stdout(File::create(&lines)?);
        run::to_success(&mut fill, bench.signals)?;
        let mut verify = Command::new(&bench.programs.motcua);
        verify.arg("verify").env("DATABASE_URL", &url).stdout(Stdio::null());
        run::to_success(&mut verify, bench.signals).context("what was filled in isn't sound")?;
        let mut filled = Self { url, clerks: Vec::new(), accepted: Vec::new(), submitted: Vec::new() };
        fs::read_to_string(lines)?.lines().try_for_each(|line| filled.take(line))?;
        Ok(filled)
    }

    fn take(&mut self, line: &str) -> Result<()> {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["clerk", agency, username, password] => self.clerks.push(Clerk {
                agency: (*agency).to_owned(),
                username: (*username).to_owned(),
                password: (*password).to_owned(),
            }),
            ["accepted", number] => self.accepted.push((*number).to_owned()),
            ["submitted", id, agency] => {
                self.submitted.push(Submitted { id: (*id).to_owned(), agency: (*agency).to_owned() });
            }
            _ => bail!("what is this: {line}"),
        }
        Ok(())
    }
}

/// A folder on a disk, for a file that is to outlive a power cut.
pub(crate) fn folder_on_disk() -> Result<TempDir> {
    Ok(TempDir::with_prefix_in("motcua-bench-", Durability::Durable.parent_dir())?)
}

/// Has `server` do something.
pub(crate) fn sql(server: &Private, database: &str, what: &str) -> Result<()> {
    let mut psql = Command::new(program(server, "psql"));
    psql.args(["-q", "-d", &format!("{}/{database}", server.url()), "-c", what]);
    run::quietly(&mut psql).map(drop)
}

/// One of PostgreSQL's own programs.
pub(crate) fn program(server: &Private, name: &str) -> PathBuf {
    server.programs_dir().join(name)
}
