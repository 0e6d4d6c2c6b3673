//! The private gateway: started, stopped, deleted.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::settings::{Ports, settings};
use crate::group::Group;
use crate::signals::Signals;
use crate::{debian, report};

const BEARERBOX: &str = "/usr/sbin/bearerbox";
const SMSBOX: &str = "/usr/sbin/smsbox";

/// Another program may take a free port before the gateway does.
const TRIES: u32 = 3;
const READY_WITHIN: Duration = Duration::from_secs(15);

/// A running Kannel, which ends with all it holds when this value does.
pub(crate) struct Private {
    /// In the order in which they are stopped.
    boxes: Vec<Group>,
    ports: Ports,
    dir: TempDir,
}

impl Private {
    /// Starts one.
    ///
    /// # Errors
    /// If Kannel can be neither found nor installed, or does not start: its log's end is in the error.
    pub(crate) fn start(signals: &Signals) -> Result<Self> {
        install(signals)?;
        for _ in 0..TRIES {
            let dir = tempfile::Builder::new().prefix("motcua-sms-").tempdir()?;
            let mut gateway = Self { boxes: Vec::new(), ports: Ports::find()?, dir };
            if gateway.launch(signals)? {
                report::say(&format!("    Kannel at 127.0.0.1:{}", gateway.ports.sendsms));
                return Ok(gateway);
            }
            report::say(&format!("    Kannel did not start: {}", gateway.log_end()));
        }
        bail!("Kannel did not start")
    }

    /// What tests are told: where SMS are handed over, where the test is to play the operator, and where the operator
    /// hands its reports over.
    pub(crate) fn told(&self) -> [(&'static str, String); 3] {
        let at = |port: u16| format!("127.0.0.1:{port}");
        [
            ("MOTCUA_TEST_SMS", at(self.ports.sendsms)),
            ("MOTCUA_TEST_SMS_OPERATOR", at(self.ports.operator)),
            ("MOTCUA_TEST_SMS_REPORTS", at(self.ports.reports)),
        ]
    }

    /// Whether both programs came up, the second once the first is there.
    fn launch(&mut self, signals: &Signals) -> Result<bool> {
        let conf = self.dir.path().join("kannel.conf");
        fs::write(&conf, settings(self.dir.path(), &self.ports))?;
        let both = self.start_box(BEARERBOX, &conf, self.ports.admin, signals)?
            && self.start_box(SMSBOX, &conf, self.ports.sendsms, signals)?;
        // The first ends late where another program has taken the port between the two.
        Ok(both && self.boxes[1].ended()?.is_none())
    }

    /// Whether it came up. It logs into its own file; what it says besides is nobody's concern.
    fn start_box(&mut self, program: &str, conf: &Path, port: u16, signals: &Signals) -> Result<bool> {
        let mut command = Command::new(program);
        command.args(["-v", "4"]).arg(conf).stdout(Stdio::null()).stderr(Stdio::null());
        self.boxes.insert(0, Group::start("Kannel", &mut command)?.silent());
        self.boxes[0].comes_up(READY_WITHIN, signals, || TcpStream::connect(("127.0.0.1", port)).is_ok())
    }

    fn log_end(&self) -> String {
        const LINES: usize = 5;
        let log = fs::read(self.dir.path().join("bearerbox.log")).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(LINES)..].join("\n")
    }
}

fn install(signals: &Signals) -> Result<()> {
    if [BEARERBOX, SMSBOX].iter().all(|program| Path::new(program).is_file()) {
        return Ok(());
    }
    report::say("    Kannel is not here: installing the package kannel");
    debian::install_after(debian::NO_SERVICE, &["kannel"], signals)
        .context("an SMS gateway to test on is needed")
}

impl Drop for Private {
    fn drop(&mut self) {
        self.boxes.clear();
        report::say("    Kannel stopped");
    }
}
