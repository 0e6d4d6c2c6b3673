//! A request sent twice is one act.

use super::together;
use serde_json::json;
use std::collections::BTreeSet;
use testkit::app::{CERTIFICATE, Submission, TestApp, WARD};
use testkit::db::TestDb;
use testkit::on_both_databases;

on_both_databases! {
    fn a_request_repeated_with_its_key_acts_once_and_is_answered_alike(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        let accept = |_| {
            let call = clerk.call("POST", &format!("dossiers/{id}/acceptance"));
            call.header("Idempotency-Key", "khoa-1").json(&json!({})).send().is(201).text
        };
        let answers: BTreeSet<String> = together(10, accept).into_iter().collect();
        assert_eq!(answers.len(), 1, "{answers:?}");
        clerk.done(&id, "tiep-nhan").is(200).text.clear();
        assert!(answers.contains(&accept(0)), "the same answer, also after it went on");
        assert_eq!(clerk.get(&format!("dossiers/{id}")).at("/version"), 4);
    }

    fn a_submission_repeated_with_its_key_is_one_dossier(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let body = Submission::complete(&clerk, CERTIFICATE).body;
        let submit = |_| {
            let call = clerk.call("POST", "dossiers").header("Idempotency-Key", "khoa-2");
            call.json(&body).send().is(201).text_at("/id")
        };
        let ids: BTreeSet<String> = together(10, submit).into_iter().collect();
        assert_eq!(ids.len(), 1, "{ids:?}");
        assert_eq!(clerk.get("dossiers").at("/items").as_array().unwrap().len(), 1);
    }

    fn the_same_key_for_another_request_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let (first, second) = (clerk.submit(CERTIFICATE), clerk.submit(CERTIFICATE));
        let accept = |id: &str| {
            let call = clerk.call("POST", &format!("dossiers/{id}/acceptance"));
            call.header("Idempotency-Key", "khoa-3").json(&json!({})).send()
        };
        accept(&first).is(201).text.clear();
        let refused = accept(&second).is(422);
        assert_eq!(refused.at("/errors/0/code"), "reused");
        assert_eq!(clerk.get(&format!("dossiers/{second}")).at("/stage"), "submitted");
    }

    fn the_same_key_of_another_person_is_another_key(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, other) = (app.clerk(WARD), app.clerk(testkit::app::COMMUNE));
        for clerk in [&clerk, &other] {
            let id = clerk.submit(CERTIFICATE);
            let call = clerk.call("POST", &format!("dossiers/{id}/acceptance"));
            call.header("Idempotency-Key", "khoa-4").json(&json!({})).send().is(201).text.clear();
        }
    }
}
