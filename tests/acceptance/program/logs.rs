//! A log tells what was done, never who came or what they said.

use super::running::{Demo, submission};
use serde_json::json;
use testkit::app::{Client, PERSONAL};
use testkit::db::TestDb;
use testkit::on_both_databases;

on_both_databases! {
    fn a_log_at_its_most_talkative_holds_no_person_no_secret_and_no_token(db: &TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let demo = Demo::start_in(folder.path(), db, "debug");
        let clerk = demo.account("clerk");
        let session = json!({ "username": "head", "password": "motcua-demo-head" });
        let token = Client::new(&demo.url).post("sessions", &session).is(201).text_at("/access_token");
        let id = clerk.post("dossiers", &submission(&clerk).body).is(201).text_at("/id");
        let accepted = clerk.post(&format!("dossiers/{id}/acceptance"), &json!({})).is(201);
        let (code, secret) = (accepted.text_at("/code"), accepted.text_at("/secret"));
        let status = Client::new(&demo.url).get(&format!("status/{code}?secret={secret}"));
        assert!(status.is(200).text.contains("details"));
        assert_eq!(clerk.get("dossiers?q=056090007777").is(200).at("/items/0/code"), code.as_str());
        clerk.post(&format!("dossiers/{id}/refusal"), &json!({ "ground": "x", "explanation": PERSONAL[0] })).is(409).text.clear();
        let log = demo.logged();
        assert!(log.contains("/dossiers/{ref}/acceptance"), "requests aren't logged: {log}");
        let never = PERSONAL.iter().copied().chain([secret.as_str(), token.as_str(), "motcua-demo-head", code.as_str()]);
        for value in never {
            assert!(!log.contains(value), "the log says {value}");
        }
    }
}
