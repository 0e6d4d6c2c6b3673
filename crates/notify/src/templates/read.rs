//! Reading an office's own texts.

use super::fault::Fault;
use super::text::Text;
use super::{FOOTER, Facts, Script, Templates, built_in};
use crate::occasion::{Occasion, samples};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

impl Templates {
    /// The built-in texts, but for those that stand in `folder`: `NAME.sms.txt`, `NAME.email.txt`, `footer.email.txt`. Each
    /// is tried at once with made-up occasions of its kind; what is broken is named, and the built-in text used. Other
    /// files are left alone unless they end in `.txt`: that is a misspelt name, and a fault.
    pub fn read(folder: &Path) -> (Self, Vec<Fault>) {
        let (mut own, mut faults) = (BTreeMap::new(), Vec::new());
        match files(folder) {
            Err(error) => faults.push(Fault::new(&folder.display().to_string(), None, error.to_string())),
            Ok(files) => {
                for file in files {
                    match text(folder, &file) {
                        Ok(text) => drop(own.insert(file, text)),
                        Err(fault) => faults.push(fault),
                    }
                }
            }
        }
        (Self { own, script: Script::default() }, faults)
    }
}

/// The names of the folder's texts, in order.
fn files(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}

fn text(folder: &Path, file: &str) -> Result<Text, Fault> {
    if built_in::source(file).is_none() {
        return Err(Fault::new(file, None, "there is no text of this name"));
    }
    let source = fs::read_to_string(folder.join(file));
    let source = source.map_err(|error| Fault::new(file, None, error.to_string()))?;
    let text = Text::read(file, &source)?;
    for occasion in samples().iter().filter(|occasion| is_of(file, occasion)) {
        for name in ["", "Trần Thị Bình"] {
            text.write(file, &Facts { occasion, name }, Script::default())?;
        }
    }
    Ok(text)
}

fn is_of(file: &str, occasion: &Occasion) -> bool {
    let name = file.strip_suffix(".sms.txt").or_else(|| file.strip_suffix(".email.txt"));
    file == FOOTER || name == Some(occasion.text())
}
