//! What acts name: scans of what is handed in, papers of results.

use super::{accepted, added, pdf, pdf_of};
use serde_json::{Value, json};
use testkit::app::{Answer, CERTIFICATE, POLICE, Submission, TestApp, WARD};
use testkit::db::TestDb;

const ABSENT: &str = "01938000-0000-7000-8000-000000000000";

/// The one document of a certificate with its scan.
fn scanned(file: &str) -> Value {
    json!([{ "component": "to-khai", "form": "original", "copies": 1, "file": file }])
}

/// The document as it is in hand.
fn in_hand(dossier: &Answer) -> Value {
    let components = dossier.at("/components");
    let ours = components.as_array().unwrap().iter().find(|handed| handed["component"] == "to-khai");
    ours.expect("it was handed in").clone()
}

/// A submission at the counter whose document is neither scanned nor marked as paper only.
fn unscanned(app: &TestApp) -> String {
    let clerk = app.clerk(WARD);
    let submission =
        Submission::complete(&clerk, CERTIFICATE).with("/components/0/paper_only_reason", Value::Null);
    clerk.hand_in(&submission)
}

testkit::on_both_databases! {
    fn a_scan_makes_the_electronic_dossier_whole(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, clerk) = (unscanned(&app), app.clerk(WARD));
        clerk.post(&format!("dossiers/{id}/acceptance"), &json!({})).breaks("electronic-dossier");
        let file = added(&clerk, &id, "tờ khai.pdf", &pdf());
        clerk.post(&format!("dossiers/{id}/acceptance"), &json!({})).breaks("electronic-dossier");
        clerk.complete(&id, &scanned(&file)).is(200);
        let receipt = clerk.accept(&id);
        let dossier = clerk.get(&format!("dossiers/{id}")).is(200);
        assert_eq!((in_hand(&dossier)["file"].clone(), in_hand(&dossier)["paper_only_reason"].clone()), (json!(file), Value::Null));
        let seen = app.holder(&receipt.secret).status(&receipt.code).is(200);
        assert_eq!(seen.at("/details/files/0/id"), file.as_str(), "a scan of theirs");
        assert!(app.findings().is_empty());
    }

    fn a_file_of_another_dossier_or_none_at_all_is_refused_at_its_place(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, clerk) = (unscanned(&app), app.clerk(WARD));
        let strange = added(&clerk, &accepted(&app).id, "tờ khai.pdf", &pdf());
        for file in [strange.as_str(), ABSENT] {
            let refused = clerk.complete(&id, &scanned(file)).is(422);
            assert_eq!((refused.at("/errors/0/pointer"), refused.at("/errors/0/code")), (json!("/components/0/file"), json!("unknown")));
            let submission = Submission::complete(&clerk, CERTIFICATE).with("/components", scanned(file));
            let refused = clerk.post("dossiers", &submission.body).is(422);
            assert_eq!(refused.at("/errors/0/pointer"), "/components/0/file");
        }
        for odd in [json!("x"), json!(1), json!({})] {
            let refused = clerk.complete(&id, &json!([{ "component": "to-khai", "form": "original", "copies": 1, "file": odd }])).is(422);
            assert_eq!(refused.at("/errors/0/pointer"), "/components/0/file", "{}", refused.text);
        }
        clerk.post(&format!("dossiers/{id}/acceptance"), &json!({})).breaks("electronic-dossier");
    }

    fn a_supplement_is_brought_as_a_scan(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk, officer) = (accepted(&app), app.clerk(WARD), app.officer());
        clerk.done(&receipt.code, "tiep-nhan").is(200);
        officer.request_supplement(&receipt.code, &json!([super::super::operations::unreadable()])).is(200);
        let holder = app.holder(&receipt.secret);
        let bring = |file: &str| holder.post(&format!("dossiers/{}/supplement", receipt.id), &json!({ "components": scanned(file) }));
        assert_eq!(bring(ABSENT).is(422).at("/errors/0/pointer"), "/components/0/file");
        let file = added(&holder, &receipt.id, "tờ khai rõ.pdf", &pdf());
        bring(&file).is(200);
        let dossier = officer.get(&format!("dossiers/{}", receipt.id)).is(200);
        assert_eq!((in_hand(&dossier)["file"].clone(), dossier.at("/stage")), (json!(file), json!("in_progress")));
    }

    fn a_result_stands_on_a_paper_that_is_there(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk, head) = (accepted(&app), app.clerk(WARD), app.head());
        clerk.done(&receipt.code, "tiep-nhan").is(200);
        app.officer().done(&receipt.code, "tra-cuu").is(200);
        let record = |file: &str| {
            let paper = json!({ "number": "15/XN", "date": "2026-11-18", "title": "Giấy xác nhận", "file": file });
            head.post(&format!("dossiers/{}/result", receipt.id), &json!({ "kind": "granted", "paper": paper }))
        };
        assert_eq!(record(ABSENT).is(422).at("/errors/0/pointer"), "/paper/file");
        let file = added(&head, &receipt.id, "giấy.pdf", &pdf());
        record(&file).is(200);
        assert_eq!(clerk.get(&format!("dossiers/{}", receipt.id)).is(200).at("/result/paper/file"), file.as_str());
    }

    fn a_leg_of_a_bundle_ends_in_a_paper_that_is_there(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = super::super::prepared::registered(&app);
        let police = app.agency(POLICE).officer();
        let record = |file: &str| {
            let paper = json!({ "number": "7/TT", "date": "2026-11-18", "title": "Đăng ký thường trú", "file": file });
            police.post(&format!("dossiers/{}/legs/thuong-tru/paper", receipt.code), &json!({ "kind": "granted", "paper": paper }))
        };
        assert_eq!(record(ABSENT).is(422).at("/errors/0/pointer"), "/paper/file");
        let file = added(&police, &receipt.id, "thường trú.pdf", &pdf_of("police"));
        record(&file).is(200);
        let legs = app.clerk(WARD).get(&format!("dossiers/{}", receipt.id)).is(200).at("/legs");
        let leg = legs.as_array().unwrap().iter().find(|leg| leg["leg"] == "thuong-tru").unwrap();
        assert_eq!(leg["paper"]["file"], file.as_str());
    }
}
