//! Signing in and out: by name and password, for a while, and told apart by nobody else.

use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{Answer, Client, INACTIVE, PASSWORD, TestApp, WARD, username};
use testkit::db::TestDb;
use time::Duration;

fn sign_in(client: &Client, name: &str, password: &str) -> Answer {
    client.post("sessions", &json!({ "username": name, "password": password }))
}

fn clerk_of_the_ward() -> String {
    username(Role::Clerk, WARD)
}

fn refresh(client: &Client, session: &Value) -> Answer {
    client.post("sessions/refresh", &json!({ "refresh_token": session["refresh_token"] }))
}

fn bearer(client: &Client, session: &Value) -> Client {
    client.with_token(session["access_token"].as_str().unwrap())
}

/// As configured by default: tokens for minutes.
fn by_default(db: &TestDb) -> TestApp {
    TestApp::with(db, |config| config.security.access_minutes = 10)
}

testkit::on_both_databases! {
    fn name_and_password_open_a_session(db: &TestDb) {
        let app = TestApp::on(db);
        let session = sign_in(&app.nobody(), &clerk_of_the_ward(), PASSWORD).is(201).json();
        assert_eq!(
            (&session["user"]["agency"], &session["user"]["roles"]),
            (&json!(WARD), &json!(["clerk"]))
        );
        let me = bearer(&app.nobody(), &session).get("me").is(200).json();
        assert_eq!(me, session["user"]);
    }

    fn a_wrong_password_an_unknown_name_and_an_account_that_has_ended_answer_alike(db: &TestDb) {
        let app = TestApp::on(db);
        let wrong = sign_in(&app.nobody(), &clerk_of_the_ward(), "mật khẩu sai").is(401);
        let unknown = sign_in(&app.nobody(), "ai-do", PASSWORD).is(401);
        let ended = sign_in(&app.nobody(), INACTIVE, PASSWORD).is(401);
        assert_eq!(wrong.shown(), unknown.shown());
        assert_eq!(wrong.shown(), ended.shown());
        assert_eq!(
            (wrong.at("/type"), wrong.header("www-authenticate")),
            (json!("/problems/sign-in"), "Bearer")
        );
    }

    fn without_a_good_token_there_is_nobody(db: &TestDb) {
        let app = TestApp::on(db);
        let header = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"; // {"alg":"none","typ":"JWT"}
        let unsigned = format!("{header}.eyJzdWIiOiIwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDEifQ.");
        for token in ["", "x", "a.b.c", unsigned.as_str()] {
            app.nobody().with_token(token).get("me").is(401);
        }
        app.nobody().with_header("Authorization", "Basic Y2xlcms6eA==").get("me").is(401);
        app.nobody().with_header("Authorization", "Basic Y2xlcms6eA==").get("dossiers").is(401);
    }

    fn an_access_token_is_good_for_its_minutes(db: &TestDb) {
        let app = by_default(db);
        let clerk = app.clerk(WARD);
        app.later(Duration::seconds(599));
        clerk.get("me").is(200);
        app.later(Duration::seconds(1));
        clerk.get("me").is(401);
    }

    fn a_refresh_token_is_good_once_and_using_it_again_ends_the_session(db: &TestDb) {
        let app = by_default(db);
        let first = sign_in(&app.nobody(), &clerk_of_the_ward(), PASSWORD).is(201).json();
        let second = refresh(&app.nobody(), &first).is(201).json();
        assert_ne!(first["refresh_token"], second["refresh_token"]);
        bearer(&app.nobody(), &second).get("me").is(200);
        let reused = refresh(&app.nobody(), &first).is(401);
        let ended = refresh(&app.nobody(), &second).is(401);
        assert_eq!(reused.shown(), ended.shown());
    }

    fn a_session_that_was_ended_leaves_the_others_alone(db: &TestDb) {
        let app = by_default(db);
        let open = || sign_in(&app.nobody(), &clerk_of_the_ward(), PASSWORD).is(201).json();
        let (one, other) = (open(), open());
        refresh(&app.nobody(), &one).is(201);
        refresh(&app.nobody(), &one).is(401);
        refresh(&app.nobody(), &other).is(201);
    }

    fn a_refresh_token_is_good_for_its_days(db: &TestDb) {
        let app = by_default(db);
        let session = sign_in(&app.nobody(), &clerk_of_the_ward(), PASSWORD).is(201).json();
        app.later(Duration::days(14));
        refresh(&app.nobody(), &session).is(401);
    }

    fn signing_out_ends_the_session(db: &TestDb) {
        let app = by_default(db);
        let session = sign_in(&app.nobody(), &clerk_of_the_ward(), PASSWORD).is(201).json();
        let signed_out = bearer(&app.nobody(), &session).call("DELETE", "sessions/current").send().is(204);
        assert_eq!(signed_out.text, "");
        refresh(&app.nobody(), &session).is(401);
        app.nobody().call("DELETE", "sessions/current").send().is(401);
    }

    fn whoever_leaves_is_out_at_the_next_refresh(db: &TestDb) {
        let app = by_default(db);
        let session = sign_in(&app.nobody(), &clerk_of_the_ward(), PASSWORD).is(201).json();
        let left = format!("update users set active = false where username = '{}'", clerk_of_the_ward());
        db.raw_sql(&left).unwrap();
        bearer(&app.nobody(), &session).get("me").is(401);
        refresh(&app.nobody(), &session).is(401);
        sign_in(&app.nobody(), &clerk_of_the_ward(), PASSWORD).is(401);
    }
}
