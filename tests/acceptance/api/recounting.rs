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
        let listed = app.change_calendar(storm.clone(), true).unwrap();
        let theirs: Vec<&str> = listed.iter().map(|touched| touched.code.as_str()).collect();
        assert_eq!(theirs, [touched.code.as_str()]);
        assert_eq!(db.everything(), before, "a dry run changes nothing");
        let counted = app.change_calendar(storm.clone(), false).unwrap();
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
        assert_eq!(app.change_calendar(storm, false).unwrap(), []);
        app.work();
        assert_eq!(db.everything(), after, "a second run changes nothing");
        verified(&app);
    }

    fn a_calendar_that_does_not_reach_back_to_what_is_open_is_not_taken_in(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(CERTIFICATE);
        let mut too_short = app.calendar().data().clone();
        let day = date!(2030 - 01 - 01);
        too_short.days_off = vec![DaysOff { from: day, to: day, name: "Tết Dương lịch".to_owned() }];
        (too_short.days_worked, too_short.provisional) = (vec![], vec![]);
        let before = db.everything();
        for dry_run in [true, false] {
            let refused = app.change_calendar(too_short.clone(), dry_run).unwrap_err();
            assert!(matches!(refused, server::http::Problem::Uncounted(..)), "{refused}");
        }
        assert_eq!(db.everything(), before);
    }

    fn a_day_off_taken_back_makes_nothing_earlier(db: &TestDb) {
        let app = TestApp::on(db);
        let usual = app.calendar().data().clone();
        app.change_calendar(with_a_day_off(&app, date!(2026 - 11 - 17)), false).unwrap();
        let code = app.clerk(WARD).take_in(CERTIFICATE).code;
        let due = || app.clerk(WARD).get(&format!("dossiers/{code}")).is(200).at("/appointment/at");
        assert_eq!(due(), "2026-11-20T17:30:00+07:00");
        assert_eq!(app.change_calendar(usual, false).unwrap(), []);
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
