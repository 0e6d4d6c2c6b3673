//! A leg is handed over, received, sent back to the lead and on again.

use super::{SideBySide, kinds, leg, open};
use crate::api::walk::verified;
use serde_json::{Value, json};
use testkit::app::{INSURANCE, TestApp, WARD};
use testkit::db::TestDb;
use time::Duration;

fn received(bundle: &SideBySide<'_>, of: &str) -> Value {
    leg(&bundle.dossier(), of)["received"].clone()
}

testkit::on_both_databases! {
    fn a_leg_is_received_once_by_anyone_who_works_at_its_agency(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        assert_eq!(received(&bundle, "thuong-tru"), false);
        let refused = bundle.ward.clerk().receive(code, "thuong-tru").breaks("right-desk");
        assert_eq!(refused.at("/facts/agency"), bundle.police.code());
        bundle.police.clerk().receive(code, "thuong-tru").is(200);
        assert_eq!((received(&bundle, "thuong-tru"), received(&bundle, "bao-hiem-y-te")), (json!(true), json!(false)));
        bundle.police.officer().receive(code, "thuong-tru").breaks("changed-meanwhile");
        for nothing_to_receive in ["khai-sinh", "tap-hop", "khong-co"] {
            bundle.ward.clerk().receive(code, nothing_to_receive).breaks("stage-order");
        }
        verified(&app);
    }

    fn the_first_act_there_is_a_receipt_too_and_time_runs_from_the_hand_over(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        let before = kinds(&bundle.ward.clerk(), code, 0).len();
        app.later(Duration::hours(2));
        bundle.insurance.officer().done(code, "xet-the").is(200);
        assert_eq!(kinds(&bundle.ward.clerk(), code, before), ["leg_received", "step_done"]);
        assert_eq!(received(&bundle, "bao-hiem-y-te"), true);
        assert_eq!(leg(&bundle.dossier(), "bao-hiem-y-te")["used_minutes"], 120);
        bundle.police.officer().receive(code, "thuong-tru").is(200);
        assert_eq!(leg(&bundle.dossier(), "thuong-tru")["from"], "2026-11-16T08:00:00+07:00");
        bundle.insurance.head().done(code, "ky-the").is(200);
        assert_eq!(kinds(&bundle.ward.clerk(), code, before + 2), ["leg_received", "step_done"], "one receipt a leg");
    }

    fn sent_back_to_the_lead_it_is_the_leads_time_and_goes_on_where_it_stopped(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        app.later(Duration::hours(1));
        bundle.insurance.officer().done(code, "xet-the").is(200);
        app.later(Duration::hours(1));
        let earlier = json!(["dang-ky", "ky-khai-sinh", "chuyen-lien-thong", "xet-the"]);
        let may = bundle.insurance.head().may(code);
        assert!(may.contains(&json!({ "act": "send-back", "step": "ky-the", "to": earlier })), "{may:?}");
        let refused = bundle.insurance.head().send_back(code, "ky-the", "tham-tra-cu-tru").breaks("stage-order");
        assert_eq!(refused.at("/facts/earlier"), earlier);
        bundle.insurance.head().send_back(code, "ky-the", "chuyen-lien-thong").is(200);
        assert_eq!((open(&bundle.dossier()), received(&bundle, "bao-hiem-y-te")), (vec!["tham-tra-cu-tru", "chuyen-lien-thong"], json!(false)));
        assert_eq!(leg(&bundle.dossier(), "bao-hiem-y-te")["standing"], "sent_back");
        bundle.insurance.officer().done(code, "xet-the").breaks("changed-meanwhile");
        app.later(Duration::minutes(30));
        bundle.ward.clerk().done(code, "chuyen-lien-thong").is(200);
        assert_eq!(open(&bundle.dossier()), ["tham-tra-cu-tru", "ky-the"], "not from its beginning");
        let used = |of: &str| leg(&bundle.dossier(), of)["used_minutes"].clone();
        assert_eq!((used("khai-sinh"), used("bao-hiem-y-te")), (json!(30), json!(120)));
        bundle.insurance.clerk().receive(code, "bao-hiem-y-te").is(200);
        bundle.insurance.head().done(code, "ky-the").is(200);
        verified(&app);
    }

    fn the_whole_waits_for_a_leg_that_was_sent_back(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        bundle.police_work();
        bundle.insurance.officer().send_back(code, "xet-the", "dang-ky").is(200);
        assert_eq!(open(&bundle.dossier()), ["dang-ky"]);
        bundle.ward.officer().grant(code).breaks("stage-order");
        bundle.ward.officer().done(code, "dang-ky").is(200);
        bundle.ward.head().done(code, "ky-khai-sinh").is(200);
        bundle.ward.clerk().done(code, "chuyen-lien-thong").is(200);
        assert_eq!(open(&bundle.dossier()), ["xet-the"]);
        bundle.insurance_works();
        bundle.ward.clerk().collect(code).is(200);
        let sheet = bundle.ward.clerk().get(&format!("dossiers/{code}/sheet")).is(200).json();
        let sent_back: Vec<&Value> =
            sheet["rows"].as_array().unwrap().iter().filter(|row| row["how"] == "sent_back").collect();
        assert_eq!((sent_back.len(), &sent_back[0]["agency"]), (1, &json!(INSURANCE)));
        verified(&app);
    }

    fn the_lead_sends_nothing_on_to_another_agency_but_by_completing(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        bundle.police_work();
        bundle.insurance_works();
        let refused = bundle.ward.clerk().send_back(bundle.code(), "tap-hop", "ky-the").breaks("stage-order");
        assert_eq!(refused.at("/facts/earlier"), json!([]));
        assert!(bundle.ward.clerk().may(bundle.code()).iter().all(|act| act["act"] != "send-back"));
        assert_eq!(bundle.dossier()["agency"], WARD);
    }
}
