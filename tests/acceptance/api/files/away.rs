//! What scans or keeps files is away, full, or has found something: nothing is recorded, and the answer says which.

use super::{accepted, added, on_the_shelf, path, pdf, pdf_of};
use serde_json::json;
use server::config::{Config, KeepIn};
use std::{env, fs};
use store::Kind;
use testkit::app::{TestApp, WARD};
use testkit::db::TestDb;

/// What `cargo xtask test` tells.
fn told(variable: &str) -> String {
    env::var(variable)
        .unwrap_or_else(|_| panic!("no {variable}: run `cargo xtask test`, which starts what is needed"))
}

/// A PDF with EICAR's test file in it, put together so that no scanner takes this one for it.
fn harmful() -> Vec<u8> {
    let eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    pdf_of(&eicar)
}

/// Files are kept in the bucket of a service at this address.
fn in_a_bucket(config: &mut Config, at: &str, key_file: &str) {
    config.files.keep = KeepIn::Bucket;
    let bucket = &mut config.files.bucket;
    bucket.endpoint = format!("http://{at}");
    bucket.region = "vn-south-1".to_owned();
    bucket.name = "dossiers".to_owned();
    bucket.access_key = "motcua".to_owned();
    bucket.secret_key_file = key_file.to_owned();
}

/// A file with the bucket's key.
fn key_file() -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), "bucket-secret\n").unwrap();
    file
}

/// No row of a file is written any more: as if each process were killed before.
fn killed(db: &TestDb) -> &'static str {
    match db.kind() {
        Kind::Sqlite => "create trigger killed before insert on files begin select raise(abort, 'killed'); end",
        Kind::Postgres => {
            "create function killed() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
             create trigger killed before insert on files for each row execute function killed()"
        }
    }
}

testkit::on_both_databases! {
    fn what_clamd_knows_is_refused_by_name_and_not_kept(db: &TestDb) {
        let app = TestApp::with(db, |config| config.files.clamd = told("MOTCUA_TEST_CLAMD"));
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        added(&clerk, &receipt.id, "sạch.pdf", &pdf());
        let refused = clerk.add_file(&receipt.id, "bẩn.pdf", &harmful()).is(422);
        assert_eq!((refused.at("/errors/0/pointer"), refused.at("/errors/0/code")), (json!("/files/0"), json!("harmful")));
        assert!(refused.text_at("/errors/0/detail").contains("mã độc (Eicar-Test"), "{}", refused.text);
        let english = clerk.with_header("Accept-Language", "en").add_file(&receipt.id, "bẩn.pdf", &harmful()).is(422);
        assert!(english.text_at("/errors/0/detail").starts_with("The file is harmful (Eicar-Test"), "{}", english.text);
        assert_eq!((clerk.files_of(&receipt.id), on_the_shelf(&app)), (vec!["sạch.pdf".to_owned()], 1));
    }

    fn while_clamd_is_away_nothing_is_taken(db: &TestDb) {
        let app = TestApp::with(db, |config| config.files.clamd = "127.0.0.1:1".to_owned());
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let refused = clerk.add_file(&receipt.id, "sạch.pdf", &pdf()).is(503);
        assert_eq!((refused.at("/type"), refused.header("retry-after")), (json!("/problems/away"), "5"));
        assert_eq!((db.rows("files").len(), on_the_shelf(&app)), (0, 0));
    }

    fn without_a_scanner_files_are_taken_unscanned(db: &TestDb) {
        let app = TestApp::on(db);
        added(&app.clerk(WARD), &accepted(&app).id, "bẩn.pdf", &harmful());
    }

    fn a_file_lies_in_the_bucket_and_comes_back_from_there(db: &TestDb) {
        let key = key_file();
        let app = TestApp::with(db, |config| in_a_bucket(config, &told("MOTCUA_TEST_S3"), &key.path().display().to_string()));
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let bytes = pdf_of(&receipt.id);
        let id = added(&clerk, &receipt.id, "đơn.pdf", &bytes);
        assert_eq!(clerk.get(&path(&receipt.id, &id)).is(200).bytes, bytes);
        assert_eq!(on_the_shelf(&app), 0);
    }

    fn while_the_bucket_is_away_nothing_is_taken_and_nothing_is_given_out(db: &TestDb) {
        let key = key_file();
        let key = key.path().display().to_string();
        let app = TestApp::with(db, |config| in_a_bucket(config, &told("MOTCUA_TEST_S3"), &key));
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let id = added(&clerk, &receipt.id, "đơn.pdf", &pdf());
        drop(app);
        let app = TestApp::with(db, |config| in_a_bucket(config, "127.0.0.1:1", &key));
        let clerk = app.clerk(WARD);
        clerk.add_file(&receipt.id, "khác.pdf", &pdf_of("other")).is(503);
        clerk.get(&path(&receipt.id, &id)).is(503);
        assert_eq!(clerk.files_of(&receipt.id), ["đơn.pdf"]);
    }

    fn where_the_disk_takes_nothing_nothing_is_recorded(db: &TestDb) {
        let no_folder = tempfile::NamedTempFile::new().unwrap();
        let app = TestApp::with(db, |config| config.files.folder = no_folder.path().display().to_string());
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        clerk.add_file(&receipt.id, "đơn.pdf", &pdf()).is(503);
        assert_eq!(db.rows("files").len(), 0);
    }

    fn a_process_that_is_killed_between_bytes_and_row_leaves_no_row_and_what_is_sent_again_is_taken(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        db.raw_sql(killed(db)).unwrap();
        clerk.add_file(&receipt.id, "đơn.pdf", &pdf()).is(500);
        assert_eq!((clerk.files_of(&receipt.id).len(), on_the_shelf(&app)), (0, 1));
        db.raw_sql(if db.kind() == Kind::Sqlite { "drop trigger killed" } else { "drop trigger killed on files" }).unwrap();
        let id = added(&clerk, &receipt.id, "đơn.pdf", &pdf());
        assert_eq!(clerk.get(&path(&receipt.id, &id)).is(200).bytes, pdf());
        assert_eq!(on_the_shelf(&app), 1);
    }

    fn bytes_that_are_gone_are_a_fault_and_no_empty_file(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let id = added(&clerk, &receipt.id, "đơn.pdf", &pdf());
        fs::remove_dir_all(app.shelf()).unwrap();
        assert_eq!(clerk.get(&path(&receipt.id, &id)).is(500).at("/type"), "/problems/fault");
        added(&clerk, &receipt.id, "đơn.pdf", &pdf());
        assert_eq!(clerk.get(&path(&receipt.id, &id)).is(200).bytes, pdf(), "sent again, it is there again");
    }
}
