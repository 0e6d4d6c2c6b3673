//! What is done because time has passed: by the worker, each thing once, whatever number of workers runs.

use super::at_once::together;
use super::walk::verified;
use serde_json::{Value, json};
use server::worker::Round;
use testkit::app::{BIRTH, CERTIFICATE, Receipt, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// Three working days from Monday, until Thursday the 19th; with the officers.
fn at_the_officers(app: &TestApp) -> Receipt {
    let clerk = app.clerk(WARD);
    let receipt = clerk.take_in(CERTIFICATE);
    clerk.done(&receipt.code, "tiep-nhan").is(200);
    receipt
}

fn warnings(db: &TestDb) -> Vec<String> {
    db.lines("select topic as line from outbox where topic like 'warn%' order by topic")
}

testkit::on_both_databases! {
    fn a_missed_appointment_is_on_record_once_its_day_is_over(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        app.at(datetime!(2026-11-19 23:59:59 +7));
        assert_eq!(app.work().breaches, 0);
        app.at(datetime!(2026-11-20 00:00 +7));
        assert_eq!(app.work().breaches, 1);
        assert_eq!(app.work(), Round::default());
        let log = app.head().get(&format!("dossiers/{code}/events")).is(200).json();
        let last = log["items"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((&last["kind"], &last["by"]), (&json!("appointment_missed"), &Value::Null));
        verified(&app);
    }

    fn what_was_not_supplemented_is_closed_when_its_days_are_over(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        let items = json!([{ "component": "to-khai", "fault": "not_valid", "note": "Hết hạn" }]);
        app.officer().request_supplement(&code, &items).is(200);
        app.at(datetime!(2026-12-01 23:59:59 +7));
        assert_eq!(app.work().closings, 0);
        app.at(datetime!(2026-12-02 00:00 +7));
        assert_eq!(app.work().closings, 1);
        assert_eq!(app.clerk(WARD).get(&format!("dossiers/{code}")).at("/stage"), "closed");
        assert_eq!(app.work(), Round::default());
        verified(&app);
    }

    fn warnings_come_at_the_opening_of_their_days_and_once(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(BIRTH);
        // Three working days ahead of Thursday is this very Monday's opening, which lay behind at the acceptance; of
        // what is due today nobody is warned ahead.
        at_the_officers(&app);
        assert_eq!(app.work(), Round::default());
        app.at(datetime!(2026-11-17 07:29:59 +7));
        app.work();
        assert_eq!(warnings(db), [""; 0]);
        app.at(datetime!(2026-11-17 07:30 +7));
        app.work();
        assert_eq!(warnings(db), ["warn_apology"]);
        app.at(datetime!(2026-11-18 07:30 +7));
        app.work();
        app.work();
        assert_eq!(warnings(db), ["warn_apology", "warn_one_day"]);
        verified(&app);
    }

    fn of_many_workers_at_once_each_thing_is_done_by_one(db: &TestDb) {
        let app = TestApp::on(db);
        for _ in 0..5 {
            at_the_officers(&app);
        }
        app.at(datetime!(2026-11-18 08:00 +7));
        let warned: usize = together(4, |_| app.work().warnings).into_iter().sum();
        assert_eq!((warned, warnings(db).len()), (10, 10));
        app.at(datetime!(2026-11-20 08:00 +7));
        let missed: usize = together(4, |_| app.work().breaches).into_iter().sum();
        assert_eq!(missed, 5);
        assert_eq!(db.lines("select kind as line from events where kind = 'appointment_missed'").len(), 5);
        verified(&app);
    }
}
