//! schemathesis: generates requests from the OpenAPI and holds the answers against it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::accounts::Seen;
use super::demo::work_dir;
use crate::signals::Signals;
use crate::{run, venv};

const PINNED: &str = "schemathesis==4.32.5";
const CHECKS: &str =
    "not_a_server_error,status_code_conformance,response_schema_conformance,content_type_conformance";
const SEED: &str = "20260724";
const EXAMPLES_PER_OPERATION: &str = "50";
const CONFIG: &str = "schemathesis.toml";

/// What follows what is told from the document alone: from the addresses in answers this version takes the path of one
/// operation for another's (`letters/{kind}.pdf` for `feedback/{feedback}`), and then complains of that.
const INFERENCE: &str = "[phases.stateful.inference]\nalgorithms = [\"dependency-analysis\"]\n";

/// Signing out ends the very session a run goes on with, so only the run without a token goes there.
const SESSIONS: &str = "/sessions";

/// An installed schemathesis of the pinned version.
pub(crate) struct Schemathesis {
    program: PathBuf,
}

impl Schemathesis {
    /// Installs it into `target/schemathesis-venv` unless it is there.
    pub(crate) fn ready(signals: &Signals) -> Result<Self> {
        Ok(Self { program: venv::with("schemathesis-venv", PINNED, signals)?.join("schemathesis") })
    }

    /// Requests without a token: refusals are what is expected, so there are no warnings about them.
    pub(crate) fn anonymous(&self, url: &str, signals: &Signals) -> Result<()> {
        fs::write(work_dir()?.join(CONFIG), INFERENCE)?;
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
        let parameters = seen.map(parameters).unwrap_or_default();
        fs::write(work_dir()?.join(CONFIG), format!("{INFERENCE}{parameters}"))?;
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
