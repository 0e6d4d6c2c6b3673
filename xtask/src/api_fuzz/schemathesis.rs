//! schemathesis: generates requests from the OpenAPI and holds the answers against it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::accounts::Seen;
use super::demo::work_dir;
use crate::report::say;
use crate::signals::Signals;
use crate::{debian, run, workspace};

const PINNED: &str = "schemathesis==4.32.5";
const CHECKS: &str =
    "not_a_server_error,status_code_conformance,response_schema_conformance,content_type_conformance";
const SEED: &str = "20260724";
const EXAMPLES_PER_OPERATION: &str = "50";
const CONFIG: &str = "schemathesis.toml";

/// Signing out ends the very session a run goes on with, so only the run without a token goes there.
const SESSIONS: &str = "/sessions";

/// An installed schemathesis of the pinned version.
pub(crate) struct Schemathesis {
    program: PathBuf,
}

impl Schemathesis {
    /// Installs it into `target/schemathesis-venv` unless it is there.
    pub(crate) fn ready(signals: &Signals) -> Result<Self> {
        let venv = workspace::target_dir()?.join("schemathesis-venv");
        let pip = || Command::new(venv.join("bin/pip"));
        if run::quietly(pip().args(["freeze", "--all"]))
            .is_ok_and(|all| all.lines().any(|line| line == PINNED))
        {
            return Ok(Self { program: venv.join("bin/schemathesis") });
        }
        say(&format!("    installing {PINNED} into {}", venv.display()));
        make_venv(&venv, signals)?;
        run::to_success(pip().args(["install", "--quiet", PINNED]), signals)
            .context("installing schemathesis")?;
        Ok(Self { program: venv.join("bin/schemathesis") })
    }

    /// Requests without a token: refusals are what is expected, so there are no warnings about them.
    pub(crate) fn anonymous(&self, url: &str, signals: &Signals) -> Result<()> {
        fs::write(work_dir()?.join(CONFIG), "")?;
        run::to_success(self.command(url)?.args(["--warnings", "off"]), signals)
    }

    /// Requests with a bearer token, on a dossier its holder sees, where there is one.
    pub(crate) fn signed_in(
        &self,
        url: &str,
        token: &str,
        seen: Option<&Seen>,
        signals: &Signals,
    ) -> Result<()> {
        let header = format!("Authorization: Bearer {token}");
        fs::write(work_dir()?.join(CONFIG), seen.map(parameters).unwrap_or_default())?;
        run::to_success(
            self.command(url)?.args(["--header", &header, "--exclude-path-regex", SESSIONS]),
            signals,
        )
    }

    fn command(&self, url: &str) -> Result<Command> {
        let mut command = Command::new(&self.program);
        command
            .args(["--config-file", CONFIG, "run"])
            .arg(format!("{url}/api/openapi.json"))
            .args(["--checks", CHECKS, "--seed", SEED, "--max-examples", EXAMPLES_PER_OPERATION])
            .args([
                "--request-timeout",
                "10",
                "--generation-database",
                "none",
                "--continue-on-failure",
                "--no-color",
            ])
            .current_dir(work_dir()?);
        Ok(command)
    }
}

fn parameters(seen: &Seen) -> String {
    let Seen { id, number, step } = seen;
    format!(
        "[parameters]\n\"path.ref\" = \"{id}\"\n\"path.code\" = \"{number}\"\n\"path.step\" = \"{step}\"\n"
    )
}

/// Debian keeps venv in a package of its own.
fn make_venv(venv: &Path, signals: &Signals) -> Result<()> {
    let make = || run::quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv));
    if make().is_err() {
        debian::install(&["python3", "python3-venv"], signals).context("python3 with venv is needed")?;
        make()?;
    }
    Ok(())
}
