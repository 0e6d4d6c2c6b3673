//! Stored bytes load for ever: a golden file for every kind of event, and one more in its smallest shape for every kind
//! that has optional fields.
//!
//! A file here is never changed: it stands for what some office's database already holds. An event that must look
//! different gets a new version and new files.

use dossier::Event;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every golden file: the kind and version in its name, and what is in it.
fn golden_files() -> Vec<(String, i32, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let entries = fs::read_dir(folder).expect("the folder of golden files");
    let paths = entries.map(|entry| entry.expect("a file").path());
    paths
        .map(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
            let (kind, rest) = name.split_once(".v").expect("<kind>.v<version>[.minimal].json");
            let (version, _) = rest.split_once('.').expect("<kind>.v<version>[.minimal].json");
            let text = fs::read_to_string(&path).expect("text");
            (kind.to_owned(), version.parse().expect("a version"), text)
        })
        .collect()
}

#[test]
fn every_stored_event_is_read_and_written_again_byte_for_byte() {
    for (kind, version, stored) in golden_files() {
        let event = Event::read(&kind, version, &stored).expect(&kind);
        assert_eq!((event.kind(), event.version()), (kind.as_str(), version));
        assert_eq!(format!("{}\n", event.payload()), stored, "{kind}");
    }
}

#[test]
fn every_kind_of_event_has_a_golden_file_and_no_other_has() {
    let golden: BTreeSet<String> = golden_files().into_iter().map(|(kind, _, _)| kind).collect();
    let known: BTreeSet<String> = Event::KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(golden, known);
}
