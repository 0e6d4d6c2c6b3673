//! Numbers without gap and without double.

use super::together;
use kernel::DossierNumber;
use testkit::app::{CERTIFICATE, COMMUNE, TestApp, WARD};
use testkit::db::TestDb;
use testkit::on_both_databases;

const CLIENTS: usize = 20;
const EACH: usize = 5;

fn ordinals(codes: impl IntoIterator<Item = String>) -> Vec<u32> {
    let numbers = codes.into_iter().map(|code| code.parse::<DossierNumber>().unwrap().ordinal());
    let mut ordinals: Vec<u32> = numbers.collect();
    ordinals.sort_unstable();
    ordinals
}

on_both_databases! {
    fn twenty_clients_accepting_at_once_get_numbers_without_gap_and_without_double(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let waiting: Vec<String> = (0..CLIENTS * EACH).map(|_| clerk.submit(CERTIFICATE)).collect();
        let accepted = together(CLIENTS, |client| {
            let mine = &waiting[client * EACH..(client + 1) * EACH];
            mine.iter().map(|id| clerk.accept(id).code).collect::<Vec<_>>()
        });
        let expected: Vec<u32> = (1..).take(CLIENTS * EACH).collect();
        assert_eq!(ordinals(accepted.into_iter().flatten()), expected);
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn each_agency_numbers_for_itself(db: &TestDb) {
        let app = TestApp::on(db);
        let agencies = [WARD, COMMUNE];
        let codes = together(2, |at| {
            let clerk = app.clerk(agencies[at]);
            (0..EACH).map(|_| clerk.take_in(CERTIFICATE).code).collect::<Vec<_>>()
        });
        for (agency, codes) in agencies.into_iter().zip(codes) {
            assert!(codes.iter().all(|code| code.starts_with(&format!("{agency}-"))), "{codes:?}");
            assert_eq!(ordinals(codes), [1, 2, 3, 4, 5]);
        }
    }

    fn a_refused_acceptance_leaves_no_gap(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let first = clerk.take_in(CERTIFICATE);
        let again = clerk.post(&format!("dossiers/{}/acceptance", first.id), &serde_json::json!({}));
        assert_eq!(again.breaks("complete-before-acceptance").at("/facts/accepted_as"), first.code.as_str());
        let second = clerk.take_in(CERTIFICATE);
        assert_eq!(ordinals([first.code, second.code]), [1, 2]);
    }
}
