//! Consultations: another agency's opinion, by a deadline; without one in time the work goes on, and that is on record.

use super::{SideBySide, dossier, listed};
use crate::api::walk::verified;
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, COMMUNE, Receipt, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// Who is asked; it has nothing else to do with the ward's dossiers.
const ASKED: &str = "H32.05";
const DUE: &str = "2026-11-18T17:30:00+07:00";

/// The ward's officer has asked, on Monday.
fn asked(app: &TestApp) -> Receipt {
    let ward = app.agency(WARD);
    let receipt = ward.clerk().take_in(CERTIFICATE);
    ward.clerk().done(&receipt.code, "tiep-nhan").is(200);
    assert_eq!(ward.officer().consult(&receipt.code, "tra-cuu", ASKED, DUE).is(201).at("/number"), 1);
    receipt
}

fn consultation(app: &TestApp, code: &str) -> Value {
    dossier(&app.agency(WARD).clerk(), code)["consultations"][0].clone()
}

testkit::on_both_databases! {
    fn who_is_asked_sees_the_question_finds_it_and_answers(db: &TestDb) {
        let app = TestApp::on(db);
        let code = asked(&app).code;
        let asked = app.agency(ASKED);
        assert_eq!(listed(&asked.officer(), "asked=mine"), std::slice::from_ref(&code));
        assert_eq!(listed(&asked.officer(), "desk=mine"), Vec::<String>::new());
        let seen = dossier(&asked.officer(), &code);
        assert_eq!((&seen["consultations"][0]["asking"], &seen["steps"]), (&json!(WARD), &json!([])));
        assert_eq!(seen["may"], json!([{ "act": "reply", "consultation": 1 }]));
        asked.clerk().reply(&code, 1).breaks("right-desk");
        app.agency(WARD).officer().reply(&code, 1).breaks("right-desk");
        asked.officer().reply(&code, 2).breaks("stage-order");
        for odd in ["0", "-1", "x", "1.0", "4294967296", "%00"] {
            let reply = json!({ "reply": "Không" });
            let status = asked.officer().post(&format!("dossiers/{code}/consultations/{odd}/reply"), &reply).status;
            assert!((400..500).contains(&status), "{odd}: {status}");
        }
        asked.officer().reply(&code, 1).is(200);
        asked.head().reply(&code, 1).breaks("changed-meanwhile");
        let answered = consultation(&app, &code);
        assert_eq!((&answered["reply"], &answered["unanswered"]), (&json!("Không nằm trong quy hoạch."), &json!(false)));
        assert_eq!(listed(&asked.officer(), "asked=mine"), Vec::<String>::new());
        verified(&app);
    }

    fn without_an_answer_in_time_that_goes_on_record_and_the_work_goes_on(db: &TestDb) {
        let app = TestApp::on(db);
        let code = asked(&app).code;
        app.at(datetime!(2026-11-18 17:30 +7));
        assert_eq!(app.work().unanswered, 0);
        app.at(datetime!(2026-11-18 17:30:01 +7));
        assert_eq!((app.work().unanswered, app.work().unanswered), (1, 0));
        assert_eq!(consultation(&app, &code)["unanswered"], true);
        app.agency(WARD).officer().done(&code, "tra-cuu").is(200);
        verified(&app);
    }

    fn a_late_answer_is_taken_and_stays_late(db: &TestDb) {
        let app = TestApp::on(db);
        let code = asked(&app).code;
        app.at(datetime!(2026-11-19 08:00 +7));
        assert_eq!(app.work().unanswered, 1);
        app.agency(ASKED).anyone(Role::Leader).reply(&code, 1).is(200);
        let answered = consultation(&app, &code);
        assert_eq!((&answered["unanswered"], &answered["answered_at"]), (&json!(true), &json!("2026-11-19T08:00:00+07:00")));
        verified(&app);
    }

    fn an_answer_is_taken_while_the_clock_stands_and_none_after_the_result(db: &TestDb) {
        let app = TestApp::on(db);
        let (ward, code) = (app.agency(WARD), asked(&app).code);
        ward.officer().consult(&code, "tra-cuu", ASKED, DUE).is(201);
        ward.officer().ask_payment(&code).is(200);
        app.agency(ASKED).officer().reply(&code, 1).is(200);
        ward.officer().consult(&code, "tra-cuu", ASKED, DUE).breaks("stage-order");
        ward.clerk().confirm_payment(&code).is(200);
        ward.officer().done(&code, "tra-cuu").is(200);
        ward.head().grant(&code).is(200);
        app.agency(ASKED).officer().reply(&code, 2).breaks("stage-order");
        app.at(datetime!(2026-11-19 08:00 +7));
        assert_eq!(app.work().unanswered, 0, "nobody waits for it any more");
        verified(&app);
    }

    fn only_an_agency_that_is_there_can_be_asked_by_a_moment_that_is_to_come(db: &TestDb) {
        let app = TestApp::on(db);
        let code = asked(&app).code;
        let officer = app.agency(WARD).officer();
        let before = db.everything();
        let unknown = officer.consult(&code, "tra-cuu", "H99.1", DUE).is(422);
        assert_eq!(unknown.at("/errors/0/pointer"), "/agency");
        officer.consult(&code, "tra-cuu", "H 99", DUE).is(422);
        officer.consult(&code, "tra-cuu", WARD, DUE).breaks("stage-order");
        officer.consult(&code, "tra-cuu", ASKED, "2026-11-16T08:00:00+07:00").breaks("stage-order");
        officer.consult(&code, "ky", ASKED, DUE).breaks("stage-order");
        app.agency(WARD).head().consult(&code, "tra-cuu", ASKED, DUE).breaks("right-desk");
        app.agency(COMMUNE).officer().consult(&code, "tra-cuu", ASKED, DUE).is(404);
        assert_eq!(db.everything(), before);
    }

    fn a_moment_at_the_end_of_all_calendars_is_taken_or_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let code = asked(&app).code;
        for due in ["9999-12-31T23:59:59Z", "9999-12-31T17:00:00Z", "9999-12-31T23:59:59+07:00"] {
            let status = app.agency(WARD).officer().consult(&code, "tra-cuu", ASKED, due).status;
            assert!([201, 409, 422].contains(&status), "{due}: {status}");
        }
        app.agency(WARD).officer().get(&format!("dossiers/{code}")).is(200);
        verified(&app);
    }

    fn a_coordinating_agency_asks_for_its_own_step_and_that_is_between_the_two(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        app.agency(ASKED).officer().get(&format!("dossiers/{code}")).is(404);
        bundle.police.officer().consult(code, "tham-tra-cu-tru", ASKED, DUE).is(201);
        let asked = |agency: &testkit::app::Agency<'_>| dossier(&agency.officer(), code)["consultations"].as_array().unwrap().len();
        assert_eq!((asked(&bundle.ward), asked(&bundle.police), asked(&bundle.insurance)), (1, 1, 0));
        assert_eq!(asked(&app.agency(ASKED)), 1);
        app.agency(ASKED).officer().done(code, "tham-tra-cu-tru").breaks("right-desk");
        app.agency(ASKED).officer().request_supplement(code, &super::unstamped()).breaks("right-desk");
        verified(&app);
    }
}
