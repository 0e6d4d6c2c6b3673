//! The applicant meets one agency: what is handed in, asked, paid and handed out passes the lead's counter (`submit-once`,
//! `lead-and-coordinators`).

use super::{SideBySide, brought, unstamped};
use crate::api::walk::verified;
use serde_json::json;
use testkit::app::{Agency, BUNDLE, COMMUNE, INSURANCE, POLICE, Submission, TestApp, WARD};
use testkit::db::TestDb;

/// A bundle of which all is done but the collecting of its papers, without that of the police.
fn without_the_polices_paper(app: &TestApp) -> SideBySide<'_> {
    let bundle = SideBySide::at(app);
    bundle.insurance_works();
    bundle.police.officer().done(bundle.code(), "tham-tra-cu-tru").is(200);
    bundle.police.head().done(bundle.code(), "ky-thuong-tru").is(200);
    bundle
}

fn submitted_at(agency: &Agency<'_>) -> testkit::app::Answer {
    let submission = Submission::complete(&agency.clerk(), BUNDLE);
    agency.clerk().post("dossiers", &submission.body)
}

testkit::on_both_databases! {
    fn no_agency_down_the_line_takes_a_submission_in(db: &TestDb) {
        let app = TestApp::on(db);
        for coordinating in [POLICE, INSURANCE] {
            let refused = submitted_at(&app.agency(coordinating)).breaks("submit-once");
            assert_eq!(refused.at("/facts/received_by"), json!([WARD, COMMUNE]));
            assert_eq!(refused.text_at("/citation"), "2.d");
        }
        submitted_at(&app.agency("H32.05")).breaks("right-desk");
        assert!(db.rows("dossiers").is_empty() && db.rows("people").is_empty());
    }

    fn no_agency_down_the_line_takes_in_what_completes_a_submission(db: &TestDb) {
        let app = TestApp::on(db);
        let mut submission = Submission::complete(&app.nobody(), BUNDLE).online_at(WARD);
        submission.body["components"] = json!([]);
        let id = app.nobody().post("dossiers", &submission.body).is(201).text_at("/id");
        let all = brought(&["to-khai-lien-thong", "giay-chung-sinh"]);
        app.agency(POLICE).clerk().complete(&id, &all).is(404);
        app.agency(WARD).clerk().complete(&id, &all).is(200);
    }

    fn no_agency_down_the_line_takes_a_supplement_in(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        bundle.police.officer().request_supplement(code, &unstamped()).is(200);
        bundle.insurance.officer().state_needs(code, &json!([])).is(200);
        bundle.ward.officer().state_needs(code, &json!([])).is(200);
        bundle.ward.clerk().issue_supplement(code).is(200);
        for coordinating in [bundle.police, bundle.insurance] {
            let refused = coordinating.clerk().supply(code, &brought(&["giay-chung-sinh"])).breaks("submit-once");
            assert_eq!(refused.at("/facts/lead"), WARD);
            coordinating.clerk().close(code).breaks("right-desk");
        }
        bundle.ward.clerk().supply(code, &brought(&["giay-chung-sinh"])).is(200);
        verified(&app);
    }

    fn no_agency_down_the_line_asks_the_applicant_to_pay(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let refused = bundle.police.officer().ask_payment(bundle.code()).breaks("submit-once");
        assert_eq!(refused.at("/facts/lead"), WARD);
        bundle.police.clerk().withdraw(bundle.code()).breaks("submit-once");
    }

    fn the_result_waits_for_the_papers_of_all(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = without_the_polices_paper(&app);
        let code = bundle.code();
        for refused in [bundle.ward.clerk().collect(code), bundle.ward.head().grant(code)] {
            assert!(["lead-and-coordinators", "right-desk"].contains(&refused.text_at("/rule").as_str()), "{}", refused.text);
        }
        let refused = bundle.ward.clerk().collect(code).breaks("lead-and-coordinators");
        assert_eq!(refused.at("/facts/papers_missing"), json!(["thuong-tru"]));
        assert!(bundle.ward.clerk().may(code).iter().all(|act| act["act"] != "result"));
        bundle.police.officer().record_paper(code, "thuong-tru").is(200);
        assert!(bundle.ward.clerk().may(code).contains(&json!({ "act": "result" })));
        bundle.ward.clerk().collect(code).is(200);
        verified(&app);
    }

    fn nothing_is_handed_out_at_a_coordinating_agencys_counter(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = without_the_polices_paper(&app);
        let code = bundle.code();
        let refused = bundle.police.clerk().hand_out_paper(code, "khai-sinh").breaks("lead-and-coordinators");
        assert_eq!((refused.at("/facts/agency"), refused.text_at("/citation")), (json!(WARD), "2.d".to_owned()));
        bundle.police.head().record_paper(code, "thuong-tru").is(200);
        bundle.police.clerk().collect(code).breaks("right-desk");
        bundle.ward.clerk().collect(code).is(200);
        let before = db.everything();
        for coordinating in [bundle.police, bundle.insurance] {
            coordinating.clerk().hand_over(code).breaks("lead-and-coordinators");
            assert!(coordinating.clerk().may(code).iter().all(|act| act["act"] != "return"));
        }
        bundle.ward.officer().post(&format!("dossiers/{code}/return"), &json!({ "to": "A", "identity": "1", "channel": "counter" })).is(403);
        assert_eq!(db.everything(), before);
        bundle.ward.clerk().hand_over(code).is(200);
    }
}
