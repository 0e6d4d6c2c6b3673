//! A running `motcua demo`.

use super::motcua;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use tempfile::TempDir;
use testkit::app::{Client, Submission};
use testkit::db::TestDb;

/// A running demo on a database; killed when this value is dropped.
pub(super) struct Demo {
    pub(super) child: Child,
    pub(super) url: String,
    log: PathBuf,
    _folder: Option<TempDir>,
}

const NO_LIMITS: [(&str, &str); 3] = [
    ("MOTCUA_LIMITS__SIGN_INS_A_MINUTE", "1000000"),
    ("MOTCUA_LIMITS__LOOK_UPS_A_MINUTE", "1000000"),
    ("MOTCUA_LIMITS__SUBMISSIONS_A_MINUTE", "1000000"),
];

impl Demo {
    /// Starts one in a folder of its own and waits until it serves.
    pub(super) fn start(db: &TestDb) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut demo = Self::start_in(folder.path(), db, "info");
        demo._folder = Some(folder);
        demo
    }

    /// Starts one in `folder` and waits until it serves. `level`: how much it logs.
    pub(super) fn start_in(folder: &Path, db: &TestDb, level: &str) -> Self {
        let log = folder.join("stderr.log");
        let mut command = motcua(folder, &["demo", "--port", "0", "--database", &db.url()]);
        command.envs(NO_LIMITS).env("MOTCUA_LOG__LEVEL", level);
        command.stdout(Stdio::piped()).stderr(File::create(&log).unwrap());
        let mut child = command.spawn().expect("motcua starts");
        let lines = BufReader::new(child.stdout.take().expect("its output is ours")).lines();
        let ready =
            lines.map_while(Result::ok).find_map(|line| line.strip_prefix("READY ").map(str::to_owned));
        let url = ready.unwrap_or_else(|| panic!("it never served: {}", fs::read_to_string(&log).unwrap()));
        Self { child, url, log, _folder: None }
    }

    /// Somebody signed in through the API as one of the demo's accounts.
    pub(super) fn account(&self, username: &str) -> Client {
        let nobody = Client::new(&self.url);
        let credentials =
            serde_json::json!({ "username": username, "password": format!("motcua-demo-{username}") });
        let session = nobody.post("sessions", &credentials).is(201);
        nobody.with_token(&session.text_at("/access_token"))
    }

    /// What it has logged so far.
    pub(super) fn logged(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// Sends it a signal by name.
    pub(super) fn signal(&self, name: &str) {
        let kill =
            std::process::Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(kill.expect("kill runs").success());
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}

/// A complete submission of the plain certificate.
pub(super) fn submission(client: &Client) -> Submission {
    Submission::complete(client, testkit::app::CERTIFICATE)
}
