//! Who has what in front of them, and how it stands.

use kernel::Role;
use serde_json::json;
use testkit::app::{CERTIFICATE, TestApp, WARD};
use testkit::db::TestDb;
use time::Duration;

testkit::on_both_databases! {
    fn a_clerk_has_steps_of_their_own_on_the_desk(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        clerk.get("/quay").is(200).says("href=\"/ban-lam-viec\"");
        clerk.get("/ban-lam-viec").is(200).says(&receipt.code);
    }

    fn nobody_is_late_on_a_day_that_isnt_over_nor_while_the_clock_stands(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        let due = app.officer().get(&format!("dossiers/{}", receipt.id)).is(200).text_at("/appointment/at");
        let due = time::OffsetDateTime::parse(&due, &time::format_description::well_known::Rfc3339).unwrap();
        let pages = [format!("/lam-viec/ho-so/{}", receipt.id), "/lam-viec/ho-so".to_owned()];
        let says = |words: &str, not: &str| {
            let officer = app.at_the_pages(Role::Officer, WARD);
            for page in &pages {
                let page = officer.get(page).is(200).says(words);
                assert!(!page.has(not), "{}: {not} in {}", page.path, page.html);
            }
        };
        says(" làm việc</strong>", "quá ");
        app.at(due + Duration::MINUTE);
        says("hết giờ hẹn, còn trong ngày", "quá ");
        app.at(due + Duration::DAY);
        says("quá 1 ngày", "còn trong ngày");
    }

    fn while_something_is_asked_of_the_applicant_no_time_runs(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        let blurred = json!([{ "component": "to-khai", "fault": "unreadable", "note": "Chụp lại" }]);
        app.officer().request_supplement(&receipt.id, &blurred).is(200);
        app.later(Duration::days(10));
        let officer = app.at_the_pages(Role::Officer, WARD);
        for page in [format!("/lam-viec/ho-so/{}", receipt.id), "/lam-viec/ho-so".to_owned()] {
            let page = officer.get(&page).is(200).says("tạm dừng tính thời gian");
            assert!(!page.has("quá 1"), "{}", page.html);
        }
    }

    fn the_counter_sees_what_is_due_today_and_no_other_day(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let due = app.clerk(WARD).get(&format!("dossiers/{}", receipt.id)).is(200).text_at("/appointment/at");
        let due = time::OffsetDateTime::parse(&due, &time::format_description::well_known::Rfc3339).unwrap();
        for (moment, is_there) in [(due - Duration::DAY, false), (due - Duration::HOUR, true), (due + Duration::DAY, false)] {
            app.at(moment);
            let page = app.at_the_pages(Role::Clerk, WARD).get("/quay").is(200);
            assert_eq!(page.has(&receipt.code), is_there, "{moment}: {}", page.html);
        }
    }

    fn a_supervisor_is_led_to_nothing_that_isnt_theirs(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let receipt = clerk.take_in(CERTIFICATE);
        let supervisor = app.at_the_pages(Role::Supervisor, "H32");
        let page = supervisor.get(&format!("/lam-viec/ho-so/{}", receipt.id)).is(200);
        assert!(!page.has("Giấy tờ phát hành"), "{}", page.html);
    }

    fn whoever_holds_a_step_can_take_it_and_give_it_to_nobody_else(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        app.another_officer();
        let act = format!("/lam-viec/ho-so/{}/assignment?tai=tra-cuu", receipt.id);
        let choices = |role| app.at_the_pages(role, WARD).get(&act).is(200).html.matches("name=\"/officer\"").count();
        assert_eq!((choices(Role::Officer), choices(Role::Leader)), (1, 2));
    }
}
