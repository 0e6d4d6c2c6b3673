//! axe-core, which finds what keeps people from using a page.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::signals::Signals;
use crate::{run, venv};

/// It carries axe-core 4.12.1 as one file, and we want nothing else of it.
const PINNED: &str = "axe-playwright-python==0.1.8";

const WHERE: &str = r#"
import importlib.util
print(importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0])
"#;

/// Installs it into the target directory unless it is there; the script.
///
/// # Errors
/// If it can't be installed.
pub(crate) fn install(signals: &Signals) -> Result<PathBuf> {
    let python = venv::with_nothing_else("axe-venv", PINNED, signals)?.join("python");
    let folder = run::quietly(Command::new(python).args(["-c", WHERE]))?;
    let script = Path::new(folder.trim()).join("axe.min.js");
    script.is_file().then_some(script).with_context(|| format!("{PINNED} holds no axe.min.js"))
}
