//! Agencies that act at the same moment on legs side by side: one gathering, one request, each leg done once.

use super::{SideBySide, kinds, open, unsigned, unstamped};
use crate::api::at_once::{ROUNDS, one_won, together};
use crate::api::walk::verified;
use serde_json::{Value, json};
use testkit::app::{Answer, TestApp};
use testkit::db::TestDb;

/// The components that the answer's notice asks for, sorted.
fn asked_for(answer: &Answer) -> Vec<String> {
    let items = answer.at("/notice/items");
    let named = items.as_array().unwrap().iter().map(|item| item["component"].as_str().unwrap().to_owned());
    let mut named: Vec<String> = named.collect();
    named.sort_unstable();
    named
}

fn count(kinds: &[String], kind: &str) -> usize {
    kinds.iter().filter(|one| *one == kind).count()
}

testkit::on_both_databases! {
    fn two_agencies_that_ask_at_once_make_one_gathering_and_one_request(db: &TestDb) {
        let app = TestApp::on(db);
        for round in 0..ROUNDS {
            let bundle = SideBySide::at(&app);
            let code = bundle.code();
            let (police, insurance, clerk) = (bundle.police.officer(), bundle.insurance.officer(), bundle.ward.clerk());
            for answer in together(2, |at| match at {
                0 => police.request_supplement(code, &unstamped()),
                _ => insurance.request_supplement(code, &unsigned()),
            }) {
                assert_eq!(answer.is(200).at("/notice"), Value::Null);
            }
            let log = kinds(&clerk, code, 0);
            assert_eq!((count(&log, "needs_asked"), count(&log, "needs_stated")), (1, 1), "round {round}: {log:?}");
            clerk.state_needs(code, &json!([])).is(200);
            let issued = clerk.issue_supplement(code).is(200);
            assert_eq!(asked_for(&issued), ["giay-chung-sinh", "to-khai-lien-thong"]);
            for officer in [&police, &insurance] {
                let rule = officer.request_supplement(code, &unsigned()).is(409).text_at("/rule");
                assert!(["supplement-once", "stage-order"].contains(&rule.as_str()), "{rule}");
            }
            let supplements = db.lines(&format!(
                "select cast(count(*) as text) as line from requests r join dossiers d on d.id = r.dossier_id \
                 where d.code = '{code}'"
            ));
            assert_eq!(supplements, ["1"]);
        }
        verified(&app);
    }

    fn of_a_last_need_and_an_issue_at_once_none_is_lost(db: &TestDb) {
        let app = TestApp::on(db);
        for _ in 0..ROUNDS / 2 {
            let bundle = SideBySide::at(&app);
            let code = bundle.code();
            let (insurance, clerk) = (bundle.insurance.officer(), bundle.ward.clerk());
            bundle.police.officer().request_supplement(code, &unstamped()).is(200);
            clerk.state_needs(code, &json!([])).is(200);
            let answers = together(2, |at| match at {
                0 => insurance.state_needs(code, &unsigned()),
                _ => clerk.issue_supplement(code),
            });
            assert_eq!(answers[0].status, 200, "{}", answers[0].text);
            let issued = match answers[1].status {
                200 => answers[1].clone(),
                _ => {
                    answers[1].clone().breaks("one-request-for-all-agencies");
                    clerk.issue_supplement(code).is(200)
                }
            };
            assert_eq!(asked_for(&issued), ["giay-chung-sinh", "to-khai-lien-thong"]);
        }
        verified(&app);
    }

    fn of_two_that_issue_at_once_one_does(db: &TestDb) {
        let app = TestApp::on(db);
        for _ in 0..ROUNDS / 5 {
            let bundle = SideBySide::at(&app);
            let code = bundle.code();
            bundle.police.officer().request_supplement(code, &unstamped()).is(200);
            bundle.insurance.officer().state_needs(code, &json!([])).is(200);
            bundle.ward.clerk().state_needs(code, &json!([])).is(200);
            for lost in one_won(together(2, |_| bundle.ward.clerk().issue_supplement(code))) {
                lost.breaks("supplement-once");
            }
        }
        verified(&app);
    }

    fn two_agencies_that_are_done_at_once_open_what_follows_once(db: &TestDb) {
        let app = TestApp::on(db);
        for _ in 0..ROUNDS / 2 {
            let bundle = SideBySide::at(&app);
            let code = bundle.code();
            bundle.police.officer().done(code, "tham-tra-cu-tru").is(200);
            bundle.insurance.officer().done(code, "xet-the").is(200);
            let heads = [(bundle.police.head(), "ky-thuong-tru"), (bundle.insurance.head(), "ky-the")];
            for answer in together(2, |at| heads[at].0.done(code, heads[at].1)) {
                assert_eq!(answer.status, 200, "{}", answer.text);
            }
            assert_eq!(open(&bundle.dossier()), ["tap-hop"]);
        }
        verified(&app);
    }
}
