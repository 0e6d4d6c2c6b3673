//! An SQLite file in a directory of its own.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use store::{Address, migrate};
use tempfile::TempDir;

/// An SQLite file in a directory of its own.
pub(super) struct File(TempDir);

const NAME: &str = "motcua.db";

impl File {
    pub(super) fn migrated() -> Self {
        static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();
        let template = TEMPLATE.get_or_init(make_template);
        let file = Self::empty();
        fs::write(file.0.path().join(NAME), template).expect("the template is copied");
        file
    }

    pub(super) fn empty() -> Self {
        Self(tempfile::tempdir().expect("a directory"))
    }

    pub(super) fn url(&self) -> String {
        url(self.0.path())
    }
}

fn url(directory: &Path) -> String {
    format!("sqlite://{}", directory.join(NAME).display())
}

/// The bytes of a migrated file: the last connection to it, when closed, leaves everything in it.
fn make_template() -> Vec<u8> {
    let directory = tempfile::tempdir().expect("a directory");
    let address = Address::read(&url(directory.path())).expect("an address");
    let mut db = address.connect().expect("a connection");
    migrate::migrate(&mut db).expect("the migrations run");
    drop(db);
    fs::read(directory.path().join(NAME)).expect("the template is read")
}
