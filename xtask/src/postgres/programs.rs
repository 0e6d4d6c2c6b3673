//! Finding PostgreSQL's programs, or installing them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::signals::Signals;
use crate::{debian, report, run};

/// The oldest major version the product supports.
const OLDEST: u32 = 15;

const NEEDED: [&str; 3] = ["postgres", "initdb", "pg_ctl"];

/// Debian's package starts a cluster unless told otherwise; it is told for as long as the installation takes.
const NO_CLUSTER: &str = r#"
    told=/etc/postgresql-common/createcluster.d/motcua.conf
    mkdir -p "${told%/*}"
    trap 'rm -f "$told"' EXIT
    echo 'create_main_cluster = false' > "$told"
"#;

/// A directory with PostgreSQL's programs, of a version we can use.
pub(crate) struct Programs {
    dir: PathBuf,
    major: u32,
}

impl Programs {
    /// Looks in `PATH`, then in Debian's directories, then asks Debian for the package.
    ///
    /// # Errors
    /// If there is none after all: says what to install.
    pub(crate) fn find_or_install(signals: &Signals) -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        report::say(&format!(
            "    PostgreSQL {OLDEST} or newer is not here: installing the package postgresql"
        ));
        debian::install_after(NO_CLUSTER, &["postgresql"], signals)
            .with_context(|| format!("PostgreSQL {OLDEST} or newer is needed"))?;
        Self::find().with_context(|| {
            format!("the package postgresql is older than {OLDEST}: install PostgreSQL {OLDEST} or newer, for example from apt.postgresql.org")
        })
    }

    /// The directory.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The major version, such as 15.
    pub(crate) fn major(&self) -> u32 {
        self.major
    }

    fn find() -> Option<Self> {
        from_path().chain(from_debian()).find_map(usable)
    }
}

fn usable(dir: PathBuf) -> Option<Programs> {
    if !NEEDED.iter().all(|program| dir.join(program).is_file()) {
        return None;
    }
    let answer = run::quietly(Command::new(dir.join("postgres")).arg("--version")).ok()?;
    let major = major(&answer).filter(|&major| major >= OLDEST)?;
    Some(Programs { dir, major })
}

/// Links are followed, so that the programs which nobody linked are found beside the others.
fn from_path() -> impl Iterator<Item = PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let dirs: Vec<PathBuf> = env::split_paths(&path).collect();
    dirs.into_iter().filter_map(|dir| Some(fs::canonicalize(dir.join("postgres")).ok()?.parent()?.to_owned()))
}

/// Newest first.
fn from_debian() -> impl Iterator<Item = PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    found.sort();
    found.into_iter().rev().map(|(_, dir)| dir)
}

/// The 15 in `postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)`, also in `17beta1`.
fn major(answer: &str) -> Option<u32> {
    let version = answer.split_once("(PostgreSQL) ")?.1;
    let digits = version.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read_from_what_postgres_says() {
        assert_eq!(major("postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)\n"), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 9.6.24\n"), Some(9));
        assert_eq!(major("postgres (PostgreSQL) 18beta1\n"), Some(18));
    }

    #[test]
    fn another_answer_is_no_version() {
        assert_eq!(major(""), None);
        assert_eq!(major("postgres 15"), None);
        assert_eq!(major("postgres (PostgreSQL) devel"), None);
    }
}
