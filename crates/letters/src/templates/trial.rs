//! Trying an office's templates with samples before they are used.

use std::collections::BTreeMap;

use typst::foundations::Bytes;

use super::{FRAME, Fault, Templates, folder};
use crate::{Fonts, Kind, LetterError, Press, samples};

/// Takes in what can be used: the files beside the templates, then the shared frame, then form by form.
pub(super) fn take_in(mut templates: Templates, files: BTreeMap<String, Vec<u8>>) -> (Templates, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut own = BTreeMap::new();
    for (name, data) in files {
        if !name.ends_with(".typ") {
            templates.files.insert(name, Bytes::new(data));
            continue;
        }
        match String::from_utf8(data) {
            Ok(text) if is_ours(&name) => drop(own.insert(name, text)),
            Ok(text) => templates.put(&name, text),
            Err(_) => faults.push(folder::fault(&name, "không phải là văn bản UTF-8")),
        }
    }
    if let Some(text) = own.remove(FRAME) {
        templates = with(templates, FRAME, text, &Kind::ALL, &mut faults);
    }
    for kind in Kind::ALL {
        let name = format!("{kind}.typ");
        if let Some(text) = own.remove(&name) {
            templates = with(templates, &name, text, &[kind], &mut faults);
        }
    }
    (templates, faults)
}

fn is_ours(name: &str) -> bool {
    super::BUILT_IN.iter().any(|(ours, _)| *ours == name)
}

/// The templates with this one in the place of the built-in one, if samples of all these kinds can be printed.
fn with(before: Templates, name: &str, text: String, kinds: &[Kind], faults: &mut Vec<Fault>) -> Templates {
    let mut changed = before.clone();
    changed.put(name, text);
    let press = Press::new(changed, Fonts::built_in());
    match kinds.iter().find_map(|kind| fault(&press, *kind)) {
        None => press.into_templates(),
        Some(fault) => {
            faults.push(named(name, fault));
            before
        }
    }
}

/// Where Typst blames another file, the one that was put in stays named.
fn named(name: &str, fault: Fault) -> Fault {
    if fault.file == name {
        return fault;
    }
    Fault { file: name.to_owned(), line: None, message: fault.to_string() }
}

fn fault(press: &Press, kind: Kind) -> Option<Fault> {
    let (letter, frame) = (samples::letter(kind), samples::frame(kind));
    match press.print(&letter, &frame, samples::AT) {
        Ok(_) => None,
        Err(LetterError::Template(fault)) => Some(fault),
        Err(other) => Some(folder::fault(kind.slug(), &other.to_string())),
    }
}
