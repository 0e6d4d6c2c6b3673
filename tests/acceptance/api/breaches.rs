//! An appointment that is missed: on record before anything else is done, one belated apology, late for good.

use super::walk::verified;
use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, Receipt, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// Three working days from Monday, until Thursday the 19th; with the officers.
fn at_the_officers(app: &TestApp) -> Receipt {
    let clerk = app.clerk(WARD);
    let receipt = clerk.take_in(CERTIFICATE);
    clerk.done(&receipt.code, "tiep-nhan").is(200);
    receipt
}

fn dossier(app: &TestApp, code: &str) -> Value {
    app.head().get(&format!("dossiers/{code}")).is(200).json()
}

testkit::on_both_databases! {
    fn what_was_missed_is_on_record_with_whom_it_lay_before_anything_else_is_done(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        app.at(datetime!(2026-11-20 00:00 +7));
        app.officer().done(&code, "tra-cuu").is(200);
        let dossier = dossier(&app, &code);
        let breach = &dossier["lateness"]["breaches"][0];
        assert_eq!((&breach["appointment"], &breach["second"]), (&json!("2026-11-19T17:30:00+07:00"), &json!(false)));
        let holder = json!([{ "step": "tra-cuu", "agency": WARD, "officer": null }]);
        assert_eq!(breach["holders"], holder);
        let log = app.head().get(&format!("dossiers/{code}/events")).is(200).json();
        let told = |at: usize| (log["items"][at]["kind"].clone(), log["items"][at]["actor"].clone());
        assert_eq!(told(4).0, "appointment_missed");
        assert_eq!(told(5).0, "step_done");
        verified(&app);
    }

    fn a_belated_apology_once_and_it_moves_no_deadline(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        let expected = "2026-11-23T10:00:00+07:00";
        app.at(datetime!(2026-11-19 23:59:59 +7));
        app.head().apologise(&code, expected).breaks("stage-order");
        app.at(datetime!(2026-11-20 00:00 +7));
        app.officer().apologise(&code, expected).breaks("head-approves");
        app.head().apologise(&code, "2026-11-22T10:00:00+07:00").breaks("written-apology");
        app.head().apologise(&code, "2026-11-19T10:00:00+07:00").breaks("written-apology");
        let apologised = app.head().apologise(&code, expected).is(200);
        assert_eq!(apologised.at("/appointment/at"), "2026-11-19T17:30:00+07:00");
        app.head().apologise(&code, expected).breaks("stage-order");
        let dossier = dossier(&app, &code);
        assert_eq!(dossier["timeliness"], "overdue");
        assert_eq!(dossier["lateness"]["belated_apology"]["expected"], expected);
        verified(&app);
    }

    fn a_missed_second_appointment_is_the_graver_breach(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        app.officer().propose(&code, "2026-11-20T17:30:00+07:00").is(200);
        app.head().approve(&code).is(200);
        app.at(datetime!(2026-11-20 23:59:59 +7));
        assert_eq!(dossier(&app, &code)["timeliness"], "running");
        app.at(datetime!(2026-11-21 00:00 +7));
        app.officer().done(&code, "tra-cuu").is(200);
        let after = dossier(&app, &code);
        assert_eq!((&after["timeliness"], &after["lateness"]["breaches"][0]["second"]), (&json!("overdue"), &json!(true)));
        app.head().grant(&code).is(200);
        assert_eq!(dossier(&app, &code)["timeliness"], "late");
        verified(&app);
    }

    fn time_is_charged_to_whoever_used_it(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let code = clerk.take_in(CERTIFICATE).code;
        app.at(datetime!(2026-11-16 10:01 +7));
        clerk.done(&code, "tiep-nhan").is(200);
        app.at(datetime!(2026-11-17 10:01 +7));
        app.officer().done(&code, "tra-cuu").is(200);
        let sheet = app.head().get(&format!("dossiers/{code}/sheet")).is(200);
        let charges = sheet.at("/charges");
        let minutes = |row: usize| {
            let of = |name: &str| charges[row][name].as_i64().unwrap();
            (of("given_minutes"), of("used_minutes"), of("late_minutes"))
        };
        assert_eq!((minutes(0), minutes(1), minutes(2)), ((120, 121, 1), (960, 480, 0), (360, 0, 0)));
    }
}
