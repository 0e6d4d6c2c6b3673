//! What the tests of the letters need: programs that read PDFs, and the font of official letters.

use std::fs;

use anyhow::{Context, Result};

use crate::signals::Signals;
use crate::{debian, report, run};

const PROGRAMS: [&str; 5] = ["pdftotext", "pdfinfo", "pdffonts", "pdftoppm", "pdfsig"];
const FONTS: &str = "/usr/share/fonts/truetype/croscore";

/// Installs poppler's programs and the font Tinos, where they are missing.
///
/// # Errors
/// If they are missing and can't be installed: says what to install.
pub(crate) fn install(signals: &Signals) -> Result<()> {
    let programs = PROGRAMS.iter().any(|program| !run::in_path(program)).then_some("poppler-utils");
    let fonts = fs::read_dir(FONTS).is_err().then_some("fonts-croscore");
    let missing: Vec<&str> = programs.into_iter().chain(fonts).collect();
    if missing.is_empty() {
        return Ok(());
    }
    report::say(&format!("    not here yet: installing {}", missing.join(" and ")));
    debian::install(&missing, signals).context("poppler's programs and the font Tinos are needed")
}
