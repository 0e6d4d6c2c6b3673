//! Installing packages on Debian and its children, where we may.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use crate::run;
use crate::signals::Signals;

const INSTALL: &str = r#"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"
"#;

/// Some packages start a service unless told otherwise; they are told for as long as the installation takes.
pub(crate) const NO_SERVICE: &str = r#"
    told=/usr/sbin/policy-rc.d
    if [ ! -e "$told" ]; then
        trap 'rm -f "$told"' EXIT
        printf '#!/bin/sh\nexit 101\n' > "$told"
        chmod 755 "$told"
    fi
"#;

/// Installs packages with apt.
///
/// # Errors
/// Without apt, or if we are neither root nor have a `sudo` that asks for no password: says what to install by hand.
pub(crate) fn install(packages: &[&str], signals: &Signals) -> Result<()> {
    as_root(INSTALL, packages, signals)
}

/// The same with a script that goes before it, as root.
pub(crate) fn install_after(preparation: &str, packages: &[&str], signals: &Signals) -> Result<()> {
    as_root(&format!("{preparation}\n{INSTALL}"), packages, signals)
}

fn as_root(script: &str, packages: &[&str], signals: &Signals) -> Result<()> {
    let wanted = packages.join(" ");
    ensure!(
        Path::new("/usr/bin/apt-get").exists(),
        "install {wanted} (this is not Debian or Ubuntu), then try again"
    );
    let mut command = if rustix::process::geteuid().is_root() {
        Command::new("sh")
    } else {
        ensure!(sudo_asks_nothing(), "run `sudo apt-get install {wanted}`, then try again");
        sudo_sh()
    };
    run::to_success(command.args(["-euc", script, "sh"]).args(packages), signals)
}

fn sudo_asks_nothing() -> bool {
    let quiet = Stdio::null;
    let asked = Command::new("sudo").args(["-n", "true"]).stdout(quiet()).stderr(quiet()).status();
    asked.is_ok_and(|status| status.success())
}

fn sudo_sh() -> Command {
    let mut command = Command::new("sudo");
    command.args(["-n", "sh"]);
    command
}
