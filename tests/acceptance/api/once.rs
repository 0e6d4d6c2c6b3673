//! A request repeated under its key is one act; one meant for an older version is refused.

use super::walk::verified;
use serde_json::{Value, json};
use testkit::app::{Answer, CERTIFICATE, Client, Submission, TestApp, WARD};
use testkit::db::TestDb;

fn under(key: &str, client: &Client, path: &str, body: &Value) -> Answer {
    client.call("POST", path).header("Idempotency-Key", key).json(body).send()
}

fn meant_for(tag: &str, client: &Client, path: &str, body: &Value) -> Answer {
    client.call("POST", path).header("If-Match", tag).json(body).send()
}

testkit::on_both_databases! {
    fn a_repeated_submission_is_one_dossier(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let submission = Submission::complete(&clerk, CERTIFICATE);
        let submit = || under("a", &clerk, "dossiers", &submission.body).is(201);
        assert_eq!(submit().text, submit().text);
        let online = submission.clone().online_at(WARD);
        let submit = || under("a", &app.nobody(), "dossiers", &online.body).is(201);
        assert_eq!(submit().text, submit().text);
        assert_eq!((db.rows("dossiers").len(), db.rows("people").len()), (2, 2));
    }

    fn a_repeated_act_answers_as_it_did_though_the_dossier_has_moved_on(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        let (accept, done) =
            (format!("dossiers/{id}/acceptance"), format!("dossiers/{id}/steps/tiep-nhan/done"));
        let accepted = under("b", &clerk, &accept, &json!({})).is(201);
        let worked = under("c", &clerk, &done, &json!({ "note": "đủ" })).is(200);
        app.officer().done(&id, "tra-cuu").is(200);
        app.later(time::Duration::hours(1));
        let before = db.everything();
        assert_eq!(under("b", &clerk, &accept, &json!({})).is(201).text, accepted.text);
        assert_eq!(under("c", &clerk, &done, &json!({ "note": "đủ" })).is(200).text, worked.text);
        assert_eq!(db.everything(), before);
        verified(&app);
    }

    fn a_key_used_for_another_request_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let (one, other) = (clerk.take_in(CERTIFICATE), clerk.take_in(CERTIFICATE));
        let done = |dossier: &str| format!("dossiers/{dossier}/steps/tiep-nhan/done");
        under("d", &clerk, &done(&one.id), &json!({ "note": "một" })).is(200);
        let before = db.everything();
        for (path, body) in
            [(done(&one.id), json!({ "note": "hai" })), (done(&other.id), json!({ "note": "một" }))]
        {
            let refused = under("d", &clerk, &path, &body).is(422);
            assert_eq!(
                (refused.text_at("/errors/0/pointer"), refused.text_at("/errors/0/code")),
                ("?Idempotency-Key".to_owned(), "reused".to_owned())
            );
        }
        assert_eq!(db.everything(), before);
    }

    fn a_key_belongs_to_who_uses_it(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, officer) = (app.clerk(WARD), app.officer());
        let code = clerk.take_in(CERTIFICATE).code;
        let done = |step: &str| format!("dossiers/{code}/steps/{step}/done");
        under("e", &clerk, &done("tiep-nhan"), &json!({})).is(200);
        assert_eq!(under("e", &officer, &done("tra-cuu"), &json!({})).is(200).at("/version"), 5);
    }

    fn a_key_whose_request_was_refused_is_free_again(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let incomplete = Submission::complete(&clerk, CERTIFICATE).with("/components", json!([]));
        let faulty = format!("dossiers/{}/acceptance", clerk.hand_in(&incomplete));
        under("f", &clerk, &faulty, &json!({})).breaks("complete-before-acceptance");
        under("f", &clerk, &format!("dossiers/{}/acceptance", clerk.submit(CERTIFICATE)), &json!({})).is(201);
    }

    fn a_key_that_is_none_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        for key in [" ", "x".repeat(129).as_str(), "mã"] {
            let refused = under(key, &app.nobody(), "sessions", &json!({ "username": "a", "password": "b" }));
            assert_eq!(refused.is(422).at("/errors/0/pointer"), "?Idempotency-Key", "{key}");
        }
    }

    fn an_act_meant_for_another_version_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let code = clerk.take_in(CERTIFICATE).code;
        let read = clerk.get(&format!("dossiers/{code}")).is(200);
        assert_eq!((read.header("etag"), read.at("/version")), ("\"3\"", json!(3)));
        let done = format!("dossiers/{code}/steps/tiep-nhan/done");
        let before = db.everything();
        for stale in ["\"2\"", "\"4\"", "\"\"", "nonsense", "\"99999999999999999999\"", "W/\"3\""] {
            let refused = meant_for(stale, &clerk, &done, &json!({})).is(412);
            assert_eq!(refused.at("/rule"), "changed-meanwhile", "{stale}");
        }
        assert_eq!(db.everything(), before);
        meant_for("\"3\"", &clerk, &done, &json!({})).is(200);
        meant_for("*", &app.officer(), &format!("dossiers/{code}/steps/tra-cuu/done"), &json!({})).is(200);
        assert_eq!(clerk.get(&format!("dossiers/{code}")).header("etag"), "\"5\"");
    }
}
