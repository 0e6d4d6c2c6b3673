//! A calendar that changes counts the open appointments it touches anew: later only, and a second run changes nothing.

use super::walk::verified;
use calendar::{CalendarData, DaysOff};
use serde_json::json;
use testkit::app::{CERTIFICATE, TestApp, WARD};
use testkit::db::TestDb;
use time::Date;
use time::macros::{date, datetime};

/// The ward's calendar with one more day off.
fn with_a_day_off(app: &TestApp, day: Date) -> CalendarData {
    let mut data = app.calendar().data().clone();
    data.days_off.push(DaysOff { from: day, to: day, name: "Nghỉ phòng, chống bão".to_owned() });
    data
}

testkit::on_both_databases! {
    fn a_new_day_off_moves_what_it_touches_and_uses_up_no_rescheduling(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        // Until Thursday; the second waits for a payment, the third has its result, the fourth came in later.
        let touched = clerk.take_in(CERTIFICATE);
        let standing = clerk.take_in(CERTIFICATE).code;
        clerk.ask_payment(&standing).is(200);
        let done = clerk.take_in(CERTIFICATE).code;
        clerk.done(&done, "tiep-nhan").is(200);
        app.officer().done(&done, "tra-cuu").is(200);
        app.head().grant(&done).is(200);
        app.at(datetime!(2026-11-18 08:00 +7));
        clerk.take_in(CERTIFICATE);
        let storm = with_a_day_off(&app, date!(2026 - 11 - 17));
        let before = db.everything();
        let listed = app.change_calendar(storm.clone(), true);
        let theirs: Vec<&str> = listed.iter().map(|touched| touched.code.as_str()).collect();
        assert_eq!(theirs, [touched.code.as_str()]);
        assert_eq!(db.everything(), before, "a dry run changes nothing");
        let counted = app.change_calendar(storm.clone(), false);
        assert_eq!(counted, listed);
        let dossier = clerk.get(&format!("dossiers/{}", touched.code)).is(200);
        assert_eq!(dossier.at("/appointment/at"), "2026-11-20T17:30:00+07:00");
        assert_eq!(dossier.at("/appointment/first_at"), "2026-11-19T17:30:00+07:00");
        assert_eq!(dossier.at("/appointment/rescheduled"), false);
        let told = dossier.text.clone();
        assert!(told.contains("thay đổi (phiên bản 2) nên hẹn trả được tính lại"), "{told}");
        assert_eq!(app.holder(&touched.secret).status(&touched.code).at("/appointment"), "2026-11-20T17:30:00+07:00");
        let told = db.lines("select topic as line from outbox where topic = 'appointment_recounted'");
        assert_eq!(told.len(), counted.len());
        assert_eq!(app.work().recounts, 0);
        let after = db.everything();
        assert_eq!(app.change_calendar(storm, false), []);
        app.work();
        assert_eq!(db.everything(), after, "a second run changes nothing");
        verified(&app);
    }

    fn a_day_off_taken_back_makes_nothing_earlier(db: &TestDb) {
        let app = TestApp::on(db);
        let usual = app.calendar().data().clone();
        app.change_calendar(with_a_day_off(&app, date!(2026 - 11 - 17)), false);
        let code = app.clerk(WARD).take_in(CERTIFICATE).code;
        let due = || app.clerk(WARD).get(&format!("dossiers/{code}")).is(200).at("/appointment/at");
        assert_eq!(due(), "2026-11-20T17:30:00+07:00");
        assert_eq!(app.change_calendar(usual, false), []);
        assert_eq!(due(), "2026-11-20T17:30:00+07:00");
    }

    fn what_a_change_left_undone_the_worker_does(db: &TestDb) {
        let app = TestApp::on(db);
        let code = app.clerk(WARD).take_in(CERTIFICATE).code;
        let storm = with_a_day_off(&app, date!(2026 - 11 - 17));
        let at = app.now();
        // Taken in, and then the process was killed.
        app.store().write(move |db| store::catalogue::put_calendar(db, &storm, at)).unwrap();
        assert_eq!(app.work().recounts, 1);
        assert_eq!(app.work().recounts, 0);
        let dossier = app.clerk(WARD).get(&format!("dossiers/{code}")).is(200);
        assert_eq!(dossier.at("/appointment/at"), json!("2026-11-20T17:30:00+07:00"));
        verified(&app);
    }
}
