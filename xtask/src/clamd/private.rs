//! The private daemon: started, stopped, deleted. It knows one thing, EICAR's test file, and asks no network.

use std::fs;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::group::Group;
use crate::signals::Signals;
use crate::{debian, free_port, report};

const CLAMD: &str = "/usr/sbin/clamd";

/// EICAR's test file, wherever it stands in a file; in hexadecimal digits, so that no scanner takes this for it.
const SIGNATURE: &str = "Eicar-Test:0:*:58354f2150254041505b345c505a58353428505e2937434329377d24\
    45494341522d5354414e444152442d414e544956495255532d544553542d46494c452124482b482a\n";

/// Another program may take a free port before the daemon does.
const TRIES: u32 = 3;
const READY_WITHIN: Duration = Duration::from_secs(30);

/// A running daemon, which ends with all it holds when this value does.
pub(crate) struct Private {
    program: Group,
    dir: TempDir,
    port: u16,
}

impl Private {
    /// Starts one.
    ///
    /// # Errors
    /// If clamd can be neither found nor installed, or doesn't start: its log's end is in the error.
    pub(crate) fn start(signals: &Signals) -> Result<Self> {
        install(signals)?;
        let mut said = String::new();
        for _ in 0..TRIES {
            let mut daemon = Self::launch()?;
            if daemon.comes_up(signals)? {
                report::say(&format!("    clamd at 127.0.0.1:{}", daemon.port));
                return Ok(daemon);
            }
            said = fs::read_to_string(daemon.dir.path().join("clamd.log")).unwrap_or_default();
        }
        bail!("clamd did not start: {said}")
    }

    /// What tests are told: where it listens, by TCP and by its socket. It takes no more than a million bytes.
    pub(crate) fn told(&self) -> [(&'static str, String); 2] {
        [
            ("MOTCUA_TEST_CLAMD", format!("127.0.0.1:{}", self.port)),
            ("MOTCUA_TEST_CLAMD_SOCKET", socket(self.dir.path()).display().to_string()),
        ]
    }

    fn launch() -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("motcua-clamd-").tempdir()?;
        let port = free_port::find()?;
        fs::create_dir(dir.path().join("known"))?;
        fs::write(dir.path().join("known/eicar.ndb"), SIGNATURE)?;
        let conf = dir.path().join("clamd.conf");
        fs::write(&conf, settings(dir.path(), port))?;
        let mut command = Command::new(CLAMD);
        command.arg("--config-file").arg(conf).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(Self { program: Group::start("clamd", &mut command)?, dir, port })
    }

    /// The socket is the last that it opens.
    fn comes_up(&mut self, signals: &Signals) -> Result<bool> {
        let socket = socket(self.dir.path());
        self.program.comes_up(READY_WITHIN, signals, || UnixStream::connect(&socket).is_ok())
    }
}

fn install(signals: &Signals) -> Result<()> {
    if Path::new(CLAMD).is_file() {
        return Ok(());
    }
    report::say("    clamd is not here: installing the package clamav-daemon");
    debian::install_after(debian::NO_SERVICE, &["clamav-daemon"], signals)
        .context("a scanner to test on is needed")
}

fn socket(dir: &Path) -> PathBuf {
    dir.join("clamd.ctl")
}

fn settings(dir: &Path, port: u16) -> String {
    let (place, socket) = (dir.display(), socket(dir));
    let socket = socket.display();
    format!(
        "Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket {port}\nLocalSocket {socket}\n\
         DatabaseDirectory {place}/known\nTemporaryDirectory {place}\nLogFile {place}/clamd.log\n\
         StreamMaxLength 1000000\nMaxThreads 4\n"
    )
}
