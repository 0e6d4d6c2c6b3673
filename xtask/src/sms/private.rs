//! The private gateway: started, stopped, deleted.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::settings::{Ports, settings};
use crate::signals::Signals;
use crate::{debian, report, run};

const BEARERBOX: &str = "/usr/sbin/bearerbox";
const SMSBOX: &str = "/usr/sbin/smsbox";

/// Another program may take a free port before the gateway does.
const TRIES: u32 = 3;
const READY_WITHIN: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// A running Kannel, which ends with all it holds when this value does.
pub(crate) struct Private {
    /// In the order in which they are stopped.
    boxes: Vec<Child>,
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
        self.boxes.push(start(BEARERBOX, &conf)?);
        if !self.comes_up(self.ports.admin, signals)? {
            return Ok(false);
        }
        self.boxes.insert(0, start(SMSBOX, &conf)?);
        self.comes_up(self.ports.sendsms, signals)
    }

    fn comes_up(&mut self, port: u16, signals: &Signals) -> Result<bool> {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let mut has_ended = false;
            for child in &mut self.boxes {
                has_ended |= child.try_wait()?.is_some();
            }
            if has_ended || signals.any() || begun.elapsed() > READY_WITHIN {
                return Ok(false);
            }
            sleep(BETWEEN_LOOKS);
        }
        Ok(true)
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

/// It logs into its own file; what it says besides is nobody's concern.
fn start(program: &str, conf: &Path) -> Result<Child> {
    let mut command = Command::new(program);
    command.args(["-v", "4"]).arg(conf).stdout(Stdio::null()).stderr(Stdio::null());
    run::start_group(&mut command)
}

impl Drop for Private {
    fn drop(&mut self) {
        for child in &mut self.boxes {
            if let Err(error) = run::end_group(child) {
                report::say(&format!("    Kannel could not be stopped: {error:#}"));
            }
        }
        report::say("    Kannel stopped");
    }
}
