//! The national portal's data, where it lies beside the repository: all that is verified and has a usable time.

use super::walk::{every_case, published, verified};
use catalog::portal;
use server::import::Outcome;
use server::{import, province};
use std::collections::BTreeSet;
use std::fs;
use testkit::app::{MONDAY, TestApp};
use testkit::db::TestDb;

const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/procedures.json");

/// The portal's data; none, and said so, where it isn't there.
#[expect(clippy::print_stderr, reason = "a test that has nothing to read says so")]
fn portal_data() -> Option<String> {
    let text = fs::read_to_string(PLACE).ok();
    if text.is_none() {
        eprintln!(
            "../shared/data/procedures.json isn't there: no dossier of the portal's procedures was tried"
        );
    }
    text
}

/// Takes the procedures in as the sample province adopts them; the codes of those that are published.
fn imported(app: &TestApp, text: &str) -> BTreeSet<String> {
    let read = portal::read(text).unwrap();
    let drafts = read.into_iter().map(|from| (from.draft, from.remarks)).collect();
    let adoption = province::adoption().unwrap();
    let lines = import::procedures(app.store(), drafts, Some(&adoption), MONDAY).unwrap();
    assert_eq!(lines.len(), 40);
    let published = lines.iter().filter(|line| matches!(line.outcome, Outcome::Published(_)));
    published.map(|line| line.code.to_string()).collect()
}

testkit::on_both_databases! {
    fn a_dossier_of_every_verified_procedure_with_a_time_goes_from_submission_to_return(db: &TestDb) {
        let Some(text) = portal_data() else { return };
        let app = TestApp::on(db);
        let codes = imported(&app, &text);
        assert_eq!(codes.len(), 29);
        let national = published(&app).into_iter();
        let national = national.filter(|procedure| codes.contains(procedure["code"].as_str().unwrap()));
        let dossiers: usize = national.map(|procedure| every_case(&app, &procedure)).sum();
        verified(&app);
        assert_eq!(
            db.lines("select distinct procedure as line from dossiers where stage = 'returned'").len(),
            29
        );
        assert_eq!(db.rows("dossiers").len(), dossiers);
    }
}
