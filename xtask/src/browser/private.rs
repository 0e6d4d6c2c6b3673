//! The private ChromeDriver: started, stopped, deleted. A test has it start a Chromium, with a profile of its own.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::axe;
use crate::group::Group;
use crate::signals::Signals;
use crate::{debian, report, run};

const DRIVER: &str = "chromedriver";

/// What it prints once it listens, before the port.
const LISTENS: &str = "started successfully on port ";

/// A running ChromeDriver, which ends with every Chromium and profile of its own when this value does.
pub(crate) struct Private {
    _driver: Group,
    /// Where profiles lie, and whatever else a browser likes to keep.
    _dir: TempDir,
    port: u16,
    axe: PathBuf,
}

impl Private {
    /// Starts one.
    ///
    /// # Errors
    /// If Chromium or axe-core can be neither found nor installed, or ChromeDriver doesn't start.
    pub(crate) fn start(signals: &Signals) -> Result<Self> {
        install(signals)?;
        let axe = axe::install(signals)?;
        let dir = tempfile::Builder::new().prefix("motcua-browser-").tempdir()?;
        let mut command = Command::new(DRIVER);
        command.arg("--port=0").env("TMPDIR", dir.path()).env("HOME", dir.path());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut driver = Group::start("ChromeDriver", &mut command)?;
        let port = driver.hear(port).context("ChromeDriver did not start")?;
        report::say(&format!("    ChromeDriver at 127.0.0.1:{port}"));
        Ok(Self { _driver: driver, _dir: dir, port, axe })
    }

    /// What tests are told: the driver, and the script of axe-core.
    pub(crate) fn told(&self) -> [(&'static str, String); 2] {
        [
            ("MOTCUA_TEST_BROWSER", format!("http://127.0.0.1:{}", self.port)),
            ("MOTCUA_TEST_AXE", self.axe.display().to_string()),
        ]
    }
}

fn install(signals: &Signals) -> Result<()> {
    if run::in_path(DRIVER) && run::in_path("chromium") {
        return Ok(());
    }
    report::say("    Chromium is not here: installing the packages chromium and chromium-driver");
    debian::install(&["chromium", "chromium-driver"], signals).context("a browser to test with is needed")
}

/// The port it found free.
fn port(line: &str) -> Option<u16> {
    line.split_once(LISTENS)?.1.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_read_from_what_chromedriver_says() {
        assert_eq!(port("ChromeDriver was started successfully on port 39265."), Some(39_265));
        assert_eq!(port("ChromeDriver was started successfully on port soon."), None);
        assert_eq!(port("Only local connections are allowed."), None);
    }
}
