//! Whoever asks too often waits.

use serde_json::json;
use testkit::app::{Answer, CERTIFICATE, Submission, TestApp, WARD};
use testkit::db::TestDb;

/// So many are answered in a minute, and the next one is told how long to wait.
fn three_a_minute(ask: impl Fn() -> Answer) {
    for _ in 0..3 {
        assert_ne!(ask().status, 429);
    }
    let refused = ask().is(429);
    assert_eq!(refused.at("/type"), "/problems/too-many");
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
}

testkit::on_both_databases! {
    fn look_ups_are_limited_whatever_they_ask(db: &TestDb) {
        let app = TestApp::with(db, |config| config.limits.look_ups_a_minute = 3);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        three_a_minute(|| app.nobody().get("status/H32.10-261116-0099"));
        app.holder(&receipt.secret).status(&receipt.code).is(429);
        assert_eq!(app.clerk(WARD).get("dossiers").status, 200, "staff at work aren't");
    }

    fn a_secret_is_tried_no_oftener_at_the_other_doors(db: &TestDb) {
        for door in ["rating", "withdrawal"] {
            let app = TestApp::with(db, |config| config.limits.look_ups_a_minute = 3);
            let code = app.clerk(WARD).take_in(CERTIFICATE).code;
            let body = if door == "rating" { json!({ "score": 5 }) } else { json!({ "reason": "thử" }) };
            let path = format!("dossiers/{code}/{door}");
            three_a_minute(|| app.holder("AAAAA-AAAAA").post(&path, &body));
        }
    }

    fn sign_ins_are_limited(db: &TestDb) {
        let app = TestApp::with(db, |config| config.limits.sign_ins_a_minute = 3);
        three_a_minute(|| app.nobody().post("sessions", &json!({ "username": "a", "password": "b" })));
        app.nobody().post("sessions/refresh", &json!({ "refresh_token": "x" })).is(429);
    }

    fn online_submissions_are_limited_and_those_at_the_counter_are_not(db: &TestDb) {
        let app = TestApp::with(db, |config| config.limits.submissions_a_minute = 3);
        let online = Submission::complete(&app.nobody(), CERTIFICATE).online_at(WARD);
        three_a_minute(|| app.nobody().post("dossiers", &online.body));
        app.clerk(WARD).submit(CERTIFICATE);
    }

    fn an_address_is_not_what_a_client_says_it_is(db: &TestDb) {
        let app = TestApp::with(db, |config| config.limits.look_ups_a_minute = 1);
        let from =
            |address: &str| app.nobody().with_header("X-Forwarded-For", address).get("status/x").status;
        assert_eq!((from("10.0.0.1"), from("10.0.0.2")), (404, 429));
    }

    fn behind_a_proxy_the_address_is_the_one_the_proxy_added(db: &TestDb) {
        let app = TestApp::with(db, |config| {
            config.limits.look_ups_a_minute = 1;
            config.server.behind_proxy = true;
        });
        let from =
            |address: &str| app.nobody().with_header("X-Forwarded-For", address).get("status/x").status;
        assert_eq!((from("10.0.0.1"), from("10.0.0.2")), (404, 404));
        assert_eq!(from("10.9.9.9, 10.0.0.2"), 429);
    }
}
