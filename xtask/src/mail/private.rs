//! The private servers: started, stopped, deleted.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::signals::Signals;
use crate::{debian, report, run};

const SERVER: &str = include_str!("server.py");

/// Debian's own Python, which has Debian's packages.
const PYTHON: &str = "/usr/bin/python3";

/// Two running SMTP servers, which end with all they hold when this value does.
pub(crate) struct Private {
    child: Child,
    dir: TempDir,
    open: u16,
    secured: u16,
}

impl Private {
    /// Starts them.
    ///
    /// # Errors
    /// If aiosmtpd or openssl can be neither found nor installed, or they don't start.
    pub(crate) fn start(signals: &Signals) -> Result<Self> {
        install(signals)?;
        let dir = tempfile::Builder::new().prefix("motcua-mail-").tempdir()?;
        certificate(dir.path())?;
        let program = dir.path().join("server.py");
        fs::write(&program, SERVER)?;
        let mut command = Command::new(PYTHON);
        let mut child = run::start_group(command.arg(program).arg(dir.path()).stdout(Stdio::piped()))?;
        let ports = ports(&mut child);
        // From here on it is stopped, whatever it said.
        let mut server = Self { child, dir, open: 0, secured: 0 };
        (server.open, server.secured) = ports.context("the SMTP servers did not start")?;
        report::say(&format!("    SMTP at 127.0.0.1:{}, with STARTTLS at {}", server.open, server.secured));
        Ok(server)
    }

    /// What tests are told: the server in the open, the one with STARTTLS and a password, and the folder where the
    /// messages that they took and `cert.pem` lie.
    pub(crate) fn told(&self) -> [(&'static str, String); 3] {
        [
            ("MOTCUA_TEST_SMTP", format!("127.0.0.1:{}", self.open)),
            ("MOTCUA_TEST_SMTP_TLS", format!("localhost:{}", self.secured)),
            ("MOTCUA_TEST_SMTP_DIR", self.dir.path().display().to_string()),
        ]
    }
}

fn install(signals: &Signals) -> Result<()> {
    let has = |command: &mut Command| run::quietly(command).is_ok();
    let has_library = has(Command::new(PYTHON).args(["-c", "import aiosmtpd.smtp"]));
    if has_library && has(Command::new("openssl").arg("version")) {
        return Ok(());
    }
    report::say("    aiosmtpd is not here: installing the packages python3-aiosmtpd and openssl");
    debian::install(&["python3-aiosmtpd", "openssl"], signals).context("an SMTP server to test on is needed")
}

fn certificate(dir: &Path) -> Result<()> {
    let mut openssl = Command::new("openssl");
    openssl.current_dir(dir).args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    openssl.args([
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-keyout",
        "key.pem",
        "-out",
        "cert.pem",
    ]);
    openssl.args([
        "-addext",
        "subjectAltName=DNS:localhost",
        "-addext",
        "basicConstraints=critical,CA:FALSE",
    ]);
    run::quietly(&mut openssl).map(drop)
}

/// The line it prints once it listens.
fn ports(child: &mut Child) -> Option<(u16, u16)> {
    let mut line = String::new();
    BufReader::new(child.stdout.take()?).read_line(&mut line).ok()?;
    let (open, secured) = line.trim().split_once(' ')?;
    Some((open.parse().ok()?, secured.parse().ok()?))
}

impl Drop for Private {
    fn drop(&mut self) {
        match run::end_group(&mut self.child) {
            Ok(_) => report::say("    SMTP stopped"),
            Err(error) => report::say(&format!("    SMTP could not be stopped: {error:#}")),
        }
    }
}
