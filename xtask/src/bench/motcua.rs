//! The server under measurement, with its own configuration but for limits that no load could keep to, and without a
//! worker.

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Bench;
use super::filled::Clerk;
use super::http::{Connection, get};
use super::machine::kilobytes;
use crate::group::Group;
use crate::{free_port, workspace};

/// A running server; ends when this value does.
pub(crate) struct Motcua {
    program: Group,
    port: u16,
}

/// Nobody is to be turned away, nor a session to end, while there is load; and nothing else goes on beside it.
const SETTINGS: [(&str, &str); 5] = [
    ("MOTCUA_WORKER__EVERY_SECONDS", "0"),
    ("MOTCUA_NOTICES__EVERY_SECONDS", "0"),
    ("MOTCUA_LIMITS__SIGN_INS_A_MINUTE", "1000000"),
    ("MOTCUA_LIMITS__LOOK_UPS_A_MINUTE", "1000000000"),
    ("MOTCUA_SECURITY__ACCESS_MINUTES", "600"),
];
const READY_WITHIN: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

impl Motcua {
    /// Starts `motcua serve` on a database, with further settings.
    pub(crate) fn serve(bench: &Bench<'_>, url: &str, settings: &[(&str, String)]) -> Result<Self> {
        let (port, folder) = (free_port::find()?, work_folder()?);
        let mut command = Command::new(&bench.programs.motcua);
        command
            .arg("serve")
            .envs(SETTINGS)
            .env("DATABASE_URL", url)
            .env("MOTCUA_SERVER__LISTEN", format!("127.0.0.1:{port}"))
            .env("MOTCUA_SECURITY__KEY_FILE", folder.join("key"))
            .envs(settings.iter().map(|(key, value)| (key, value)));
        Self::start(&mut command, port, "/healthz")
    }

    /// Starts the bare routes on a database.
    pub(crate) fn bare_routes(bench: &Bench<'_>, url: &str, connections: usize) -> Result<Self> {
        let port = free_port::find()?;
        let mut command = Command::new(&bench.programs.bare_routes);
        command.arg(url).args([port.to_string(), connections.to_string()]);
        Self::start(&mut command, port, "/constant")
    }

    /// Where it listens.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// A clerk's access token.
    pub(crate) fn token(&self, clerk: &Clerk) -> Result<String> {
        let mut answer = ureq::post(format!("http://127.0.0.1:{}/api/v1/sessions", self.port))
            .send_json(json!({ "username": clerk.username, "password": clerk.password }))
            .context("signing in")?;
        let session: Value = answer.body_mut().read_json()?;
        Ok(session["access_token"].as_str().context("no access_token")?.to_owned())
    }

    /// What it holds in memory now, in megabytes.
    pub(crate) fn memory(&self) -> Result<f64> {
        self.megabytes("VmRSS")
    }

    /// The most it has held in memory, in megabytes.
    pub(crate) fn most_memory(&self) -> Result<f64> {
        self.megabytes("VmHWM")
    }

    fn megabytes(&self, name: &str) -> Result<f64> {
        Ok(kilobytes(&format!("/proc/{}/status", self.program.id()), name)? as f64 / 1_024.0)
    }

    fn start(command: &mut Command, port: u16, asked: &str) -> Result<Self> {
        let log = File::create(work_folder()?.join(format!("server-{port}.log")))?;
        let program = Group::start("a server", command.stdout(log.try_clone()?).stderr(log))?.silent();
        let mut server = Self { program, port };
        let begun = Instant::now();
        while !server.answers(asked) {
            ensure!(server.program.ended()?.is_none(), "the server ended; see server-{port}.log");
            ensure!(begun.elapsed() < READY_WITHIN, "the server doesn't answer");
            sleep(BETWEEN_LOOKS);
        }
        Ok(server)
    }

    fn answers(&self, path: &str) -> bool {
        let asked = Connection::open(self.port).and_then(|mut connection| connection.ask(&get(path)));
        asked.is_ok_and(|status| status == 200)
    }
}

/// Where logs, keys and scripts lie.
pub(crate) fn work_folder() -> Result<std::path::PathBuf> {
    let folder = workspace::target_dir()?.join("bench");
    std::fs::create_dir_all(Path::new(&folder))?;
    Ok(folder)
}
