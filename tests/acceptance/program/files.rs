//! What was added is kept, and what is gone is found.

use super::running::{Demo, submission};
use super::{motcua, said};
use files::{Kind, samples};
use std::fs;
use std::path::Path;
use testkit::db::TestDb;

/// What `motcua verify` answers where the demo's key and files lie.
fn verified(folder: &Path, db: &TestDb) -> (Option<i32>, String) {
    let mut command = motcua(folder, &["verify"]);
    command.env("DATABASE_URL", db.url()).env("MOTCUA_SECURITY__KEY_FILE", "var/demo.key");
    command
        .env("MOTCUA_LETTERS__FILES", "var/demo-files")
        .env("MOTCUA_FILES__FOLDER", "var/demo-dossier-files");
    said(command)
}

testkit::on_both_databases! {
    fn a_file_outlives_the_process_and_what_is_gone_is_named(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let demo = Demo::start_in(folder.path(), db, "warn");
        let clerk = demo.account("clerk");
        let dossier = clerk.post("dossiers", &submission(&clerk).body).is(201).text_at("/id");
        let added = clerk.add_file(&dossier, "đơn.pdf", &samples::of(Kind::Pdf)).is(201);
        drop(demo);
        let demo = Demo::start_in(folder.path(), db, "warn");
        assert_eq!(demo.account("clerk").get(&added.text_at("/0/href")).is(200).bytes, samples::of(Kind::Pdf));
        drop(demo);
        let (code, words) = verified(folder.path(), db);
        assert!(code == Some(0) && words.contains("1 files, 0 findings"), "{words}");
        fs::remove_dir_all(folder.path().join("var/demo-dossier-files")).unwrap();
        let (code, words) = verified(folder.path(), db);
        assert_eq!(code, Some(1));
        let named = format!("file {} of dossier {dossier}: its bytes are gone or damaged", added.text_at("/0/id"));
        assert!(words.contains(&named), "{words}");
    }
}
