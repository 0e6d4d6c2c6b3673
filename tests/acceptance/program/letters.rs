//! What was printed is kept, and what is gone is found.

use super::running::{Demo, submission};
use super::{motcua, said};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use testkit::db::TestDb;
use testkit::pdf::{closed_up, letters_of};

/// What `motcua verify` answers where the demo's key and files lie.
fn verified(folder: &Path, db: &TestDb) -> (Option<i32>, String) {
    let mut command = motcua(folder, &["verify"]);
    command.env("DATABASE_URL", db.url());
    command.env("MOTCUA_SECURITY__KEY_FILE", "var/demo.key").env("MOTCUA_LETTERS__FILES", "var/demo-files");
    said(command)
}

/// How many letters it says it found: `200 dossiers, 12 letters, 0 files, 0 findings`.
fn letters_in(words: &str) -> usize {
    let before = words.split(" letters,").next().and_then(|before| before.rsplit(' ').next());
    before.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("no count of letters in {words}"))
}

/// The files that lie on the shelf.
fn shelf(folder: &Path) -> Vec<PathBuf> {
    let inside =
        |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    inside(&folder.join("var/demo-files")).iter().flat_map(|folder| inside(folder)).collect()
}

testkit::on_both_databases! {
    fn a_letter_outlives_the_process_and_what_is_gone_is_named(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let demo = Demo::start_in(folder.path(), db, "warn");
        let clerk = demo.account("clerk");
        let id = clerk.post("dossiers", &submission(&clerk).body).is(201).text_at("/id");
        let accepted = clerk.post(&format!("dossiers/{id}/acceptance"), &json!({})).is(201);
        let href = accepted.text_at("/letters/0/href");
        let printed = clerk.get(&href).is(200).bytes;
        assert!(letters_of(&printed).contains(&closed_up(&format!("{}/ho-so/", demo.url))));
        drop(demo);
        let demo = Demo::start_in(folder.path(), db, "warn");
        assert_eq!(demo.account("clerk").get(&href).is(200).bytes, printed);
        drop(demo);
        let (code, words) = verified(folder.path(), db);
        assert_eq!(code, Some(0), "{words}");
        // A killed server may have laid a letter on the shelf and not written it down: only what is written down counts.
        let printed = letters_in(&words);
        assert_ne!(printed, 0);
        for file in &shelf(folder.path()) {
            let sealed = fs::read(file).unwrap();
            assert!(!sealed.starts_with(b"%PDF"), "{}", file.display());
            fs::write(file, &sealed[1..]).unwrap();
        }
        let (code, words) = verified(folder.path(), db);
        assert_eq!(code, Some(1));
        assert_eq!(words.matches("its bytes are gone or damaged").count(), printed, "{words}");
    }
}
