//! The private servers: started, stopped, deleted.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::group::Group;
use crate::signals::Signals;
use crate::{debian, report, run};

const SERVER: &str = include_str!("server.py");

/// Debian's own Python, which has Debian's packages.
const PYTHON: &str = "/usr/bin/python3";

/// Two running SMTP servers, which end with all they hold when this value does.
pub(crate) struct Private {
    _servers: Group,
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
        command.arg(program).arg(dir.path()).stdout(Stdio::piped());
        let mut servers = Group::start("SMTP", &mut command)?;
        let (open, secured) = servers.hear(ports).context("the SMTP servers did not start")?;
        report::say(&format!("    SMTP at 127.0.0.1:{open}, with STARTTLS at {secured}"));
        Ok(Self { _servers: servers, dir, open, secured })
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

/// In the line that they print once they listen.
fn ports(line: &str) -> Option<(u16, u16)> {
    let (open, secured) = line.split_once(' ')?;
    Some((open.parse().ok()?, secured.parse().ok()?))
}
