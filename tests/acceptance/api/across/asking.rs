//! One supplement request gathers what all agencies still to act need (`one-request-for-all-agencies`, `supplement-once`).

use super::{SideBySide, brought, dossier, kinds, leg, listed, open, unsigned, unstamped};
use crate::api::walk::verified;
use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, INSURANCE, POLICE, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// What an item asks for, without the words.
fn components(items: &Value) -> Vec<&str> {
    items.as_array().unwrap().iter().map(|item| item["component"].as_str().unwrap()).collect()
}

testkit::on_both_databases! {
    fn the_first_to_ask_opens_the_gathering_and_the_clock_runs_meanwhile(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let asked = bundle.police.officer().request_supplement(bundle.code(), &unstamped()).is(200);
        assert_eq!((asked.at("/stage"), asked.at("/notice")), (json!("in_progress"), Value::Null));
        assert_eq!(asked.at("/gathering/agency"), POLICE);
        assert_eq!(asked.at("/gathering/waiting_for"), json!([INSURANCE, WARD]));
        assert_eq!(asked.at("/gathering/needs_due"), "2026-11-17T17:30:00+07:00");
        assert_eq!(bundle.dossier()["asked"]["gathering"], asked.at("/gathering"));
        assert_eq!(open(&bundle.dossier()), ["tham-tra-cu-tru", "xet-the"]);
        assert_eq!(bundle.dossier()["appointment"]["stops"], json!([]));
        bundle.police.officer().request_supplement(bundle.code(), &unstamped()).breaks("one-request-for-all-agencies");
        verified(&app);
    }

    fn one_request_with_what_each_needs_goes_out_from_the_leads_counter(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        bundle.police.officer().request_supplement(code, &unstamped()).is(200);
        let joined = bundle.insurance.officer().request_supplement(code, &unsigned()).is(200);
        assert_eq!(joined.at("/gathering/waiting_for"), json!([WARD]));
        bundle.ward.officer().state_needs(code, &json!([])).is(200);
        bundle.police.clerk().issue_supplement(code).breaks("right-desk");
        bundle.ward.officer().issue_supplement(code).is(403);
        let issued = bundle.ward.clerk().issue_supplement(code).is(200);
        assert_eq!(issued.at("/stage"), "awaiting_supplement");
        assert_eq!(components(&issued.at("/notice/items")), ["giay-chung-sinh", "to-khai-lien-thong"]);
        assert_eq!((issued.at("/notice/silent"), issued.at("/gathering")), (json!([]), Value::Null));
        bundle.ward.clerk().issue_supplement(code).breaks("supplement-once");
        let told = app.holder(&bundle.receipt.secret).status(code).is(200);
        assert_eq!(components(&told.at("/details/asked")), ["giay-chung-sinh", "to-khai-lien-thong"]);
        verified(&app);
    }

    fn both_legs_rest_while_it_is_out_and_then_begin_afresh(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        app.at(datetime!(2026-11-17 09:00 +7));
        bundle.police.officer().request_supplement(code, &unstamped()).is(200);
        bundle.insurance.clerk().state_needs(code, &json!([])).is(200);
        bundle.ward.clerk().state_needs(code, &json!([])).is(200);
        bundle.ward.clerk().issue_supplement(code).is(200);
        let resting = bundle.dossier();
        assert_eq!((leg(&resting, "thuong-tru")["standing"].clone(), leg(&resting, "bao-hiem-y-te")["standing"].clone()), (json!("resting"), json!("resting")));
        bundle.police.officer().done(code, "tham-tra-cu-tru").breaks("stage-order");
        bundle.insurance.officer().done(code, "xet-the").breaks("stage-order");
        app.at(datetime!(2026-11-25 10:00 +7));
        let supplied = app.holder(&bundle.receipt.secret).supply(code, &brought(&["giay-chung-sinh"])).is(200);
        assert_eq!(supplied.at("/stage"), "in_progress");
        // Twenty working days after 25 November, three Saturdays among them, all over again.
        assert_eq!(supplied.at("/appointment/at"), "2026-12-18T17:30:00+07:00");
        assert_eq!(supplied.at("/appointment/first_at"), "2026-12-10T17:30:00+07:00");
        assert_eq!(open(&bundle.dossier()), ["tham-tra-cu-tru", "xet-the"]);
        assert_eq!(leg(&bundle.dossier(), "thuong-tru")["used_minutes"], 0);
        verified(&app);
    }

    fn afterwards_nobody_asks_again(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        bundle.police.officer().request_supplement(code, &unstamped()).is(200);
        bundle.insurance.officer().state_needs(code, &json!([])).is(200);
        bundle.ward.head().state_needs(code, &json!([])).is(200);
        bundle.ward.clerk().issue_supplement(code).is(200);
        bundle.ward.clerk().supply(code, &brought(&["giay-chung-sinh"])).is(200);
        let before = db.everything();
        for officer in [bundle.police.officer(), bundle.insurance.officer()] {
            let refused = officer.request_supplement(code, &unsigned()).breaks("supplement-once");
            assert_eq!(refused.at("/facts/requested_at"), "2026-11-16T08:00:00+07:00");
            officer.state_needs(code, &unsigned()).breaks("stage-order");
            assert!(officer.may(code).iter().all(|act| !act["act"].as_str().unwrap().starts_with("supplement")));
        }
        bundle.police_work();
        bundle.insurance_works();
        bundle.ward.clerk().request_supplement(code, &unsigned()).breaks("supplement-once");
        assert_ne!(db.everything(), before, "the work goes on");
        verified(&app);
    }

    fn the_lead_too_gathers_before_it_asks(db: &TestDb) {
        let app = TestApp::on(db);
        let ward = app.agency(WARD);
        let code = ward.clerk().take_in("2.000986").code;
        let asked = ward.officer().request_supplement(&code, &unstamped()).is(200);
        assert_eq!(asked.at("/gathering/waiting_for"), json!([POLICE, INSURANCE]));
        assert_eq!(listed(&app.agency(POLICE).clerk(), "asked=mine"), std::slice::from_ref(&code), "they see it before their turn");
        app.agency(POLICE).officer().state_needs(&code, &json!([])).is(200);
        app.agency(INSURANCE).officer().state_needs(&code, &json!([])).is(200);
        assert_eq!(ward.clerk().issue_supplement(&code).is(200).at("/stage"), "awaiting_supplement");
        assert_eq!(dossier(&app.agency(POLICE).clerk(), &code)["steps"], json!([]));
        verified(&app);
    }

    fn once_the_others_are_done_the_last_agency_asks_at_once(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        bundle.police_work();
        bundle.insurance_works();
        let before = kinds(&bundle.ward.clerk(), bundle.code(), 0).len();
        let asked = bundle.ward.clerk().request_supplement(bundle.code(), &unstamped()).is(200);
        assert_eq!((asked.at("/stage"), asked.at("/gathering")), (json!("awaiting_supplement"), Value::Null));
        assert_eq!(kinds(&bundle.ward.clerk(), bundle.code(), before), ["supplement_requested", "clock_stopped", "paused"]);
    }

    fn a_dossier_of_one_agency_is_asked_about_at_once_and_gathers_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let code = clerk.take_in(CERTIFICATE).code;
        let form = json!([{ "component": "to-khai", "fault": "not_valid", "note": "Chưa ký" }]);
        assert_eq!(clerk.request_supplement(&code, &form).is(200).at("/gathering"), Value::Null);
        clerk.state_needs(&code, &json!([])).breaks("stage-order");
        clerk.issue_supplement(&code).breaks("supplement-once");
    }
}
