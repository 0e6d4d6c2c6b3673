//! The system itself finds what is missing or wrong in a submission, and what lacks keeps it from being accepted.

use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, Clerk, Submission, TestApp, WARD};
use testkit::db::TestDb;

/// Two copies of the couple's papers, certified or shown with the originals.
const MARRIAGE: &str = "1.000894";

fn complete(clerk: &Clerk) -> Submission {
    Submission::complete(clerk, CERTIFICATE)
}

/// What is found in a submission: component, kind and rule of each fault.
fn found(clerk: &Clerk, submission: &Submission) -> Vec<(String, String, String)> {
    let submitted = clerk.post("dossiers", &submission.body).is(201).json();
    let faults = submitted["faults"].as_array().unwrap().iter().map(|fault| {
        assert!(!fault["detail"].as_str().unwrap().is_empty());
        let text = |name: &str| fault[name].as_str().unwrap_or_default().to_owned();
        (text("component"), text("fault"), text("rule"))
    });
    faults.collect()
}

fn fault(component: &str, kind: &str, rule: &str) -> (String, String, String) {
    (component.to_owned(), kind.to_owned(), rule.to_owned())
}

fn acceptance_of(clerk: &Clerk, submission: &Submission, language: &str) -> testkit::app::Answer {
    let path = format!("dossiers/{}/acceptance", clerk.hand_in(submission));
    clerk.call("POST", &path).header("Accept-Language", language).json(&json!({})).send()
}

testkit::on_both_databases! {
    fn what_lacks_of_a_component_is_found(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let incomplete = |kind| vec![fault("to-khai", kind, "complete-before-acceptance")];
        let missing = complete(&clerk).with("/components", json!([]));
        assert_eq!(found(&clerk, &missing), incomplete("missing"));
        let form = complete(&clerk).with("/components/0/form", "certified_copy");
        assert_eq!(found(&clerk, &form), incomplete("form_not_accepted"));
        let copies = complete(&clerk).with("/components/0/copies", 0);
        assert_eq!(found(&clerk, &copies), incomplete("too_few_copies"));
        for reason in [Value::Null, json!("  ")] {
            let unkept = complete(&clerk).with("/components/0/paper_only_reason", reason);
            assert_eq!(
                found(&clerk, &unkept),
                [fault("to-khai", "no_electronic_copy", "electronic-dossier")]
            );
        }
    }

    fn forms_are_a_choice_and_not_a_sum(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let marriage = Submission::complete(&clerk, MARRIAGE);
        assert_eq!(found(&clerk, &marriage), []);
        let one_of_each = json!([
            marriage.body["components"][0],
            { "component": "giay-to-tuy-than", "form": "certified_copy", "copies": 1, "paper_only_reason": "x" },
            { "component": "giay-to-tuy-than", "form": "copy_with_original", "copies": 1, "paper_only_reason": "x" },
        ]);
        let mixed = marriage.with("/components", one_of_each);
        assert_eq!(
            found(&clerk, &mixed),
            [fault("giay-to-tuy-than", "too_few_copies", "complete-before-acceptance")]
        );
    }

    fn what_lacks_of_the_applicants_details_is_found(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let details = [("name", "no_name"), ("identity", "no_identity"), ("address", "no_address")];
        for (field, kind) in details {
            for blank in ["", "   "] {
                let lacking = complete(&clerk).with(&format!("/applicant/{field}"), blank);
                assert_eq!(found(&clerk, &lacking), [fault("", kind, "electronic-dossier")]);
            }
        }
        let no_phone = complete(&clerk).with("/applicant/phone", "");
        assert_eq!(found(&clerk, &no_phone), [], "an e-mail will do");
        assert_eq!(
            found(&clerk, &no_phone.clone().with("/applicant/email", "")),
            [fault("", "no_phone_or_email", "electronic-dossier")]
        );
    }

    fn all_faults_are_told_at_once(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let nothing = complete(&clerk)
            .with("/components", json!([]))
            .with("/applicant", json!({ "kind": "citizen", "name": "" }));
        assert_eq!(found(&clerk, &nothing).len(), 5);
    }

    fn what_is_incomplete_is_not_accepted_and_the_refusal_says_why_in_the_readers_language(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let missing = complete(&clerk).with("/components", json!([]));
        let vietnamese = acceptance_of(&clerk, &missing, "vi").breaks("complete-before-acceptance").json();
        assert_eq!(vietnamese["citation"], "3.b¶2");
        assert_eq!(vietnamese["facts"]["lacking"].as_array().unwrap().len(), 1);
        assert!(vietnamese["facts"]["lacking"][0].as_str().unwrap().starts_with("to-khai"));
        assert!(vietnamese["detail"].as_str().unwrap().starts_with("Hồ sơ chưa đủ thành phần"));
        let english = acceptance_of(&clerk, &missing, "en").breaks("complete-before-acceptance").json();
        assert!(english["detail"].as_str().unwrap().starts_with("A submission that lacks a component"));
        for said_alike in ["type", "status", "rule", "citation"] {
            assert_eq!(vietnamese[said_alike], english[said_alike]);
        }
        assert_ne!(vietnamese["title"], english["title"]);
        assert_eq!(english["facts"]["lacking"], json!(["to-khai: Not handed in"]));
    }

    fn what_lacks_an_electronic_copy_or_a_contact_is_not_accepted(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        for lacking in [
            complete(&clerk).with("/components/0/paper_only_reason", Value::Null),
            complete(&clerk).with("/applicant/address", ""),
        ] {
            let refused = acceptance_of(&clerk, &lacking, "").breaks("electronic-dossier");
            assert_eq!(refused.at("/citation"), "2.đ");
            assert_eq!(refused.at("/facts/lacking").as_array().unwrap().len(), 1);
        }
        assert!(db.rows("counters").is_empty(), "a number was drawn");
    }

    fn only_listed_components_are_recorded(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        for strange in ["so-ho-khau", "giay-da-cap"] {
            let more = complete(&clerk).with("/components/0/component", strange);
            let refused = clerk.post("dossiers", &more.body).breaks("listed-components-only");
            assert_eq!(refused.at("/facts/not_listed"), json!([strange]));
        }
        assert!(db.rows("dossiers").is_empty() && db.rows("people").is_empty());
    }

    fn a_counter_that_does_not_receive_the_procedure_takes_nothing_in(db: &TestDb) {
        let app = TestApp::on(db);
        let submission = complete(&app.clerk(WARD));
        let refused = app.clerk("H32.01").post("dossiers", &submission.body).breaks("right-desk");
        assert_eq!(refused.at("/facts/received_by"), json!([WARD, testkit::app::COMMUNE]));
        let refused = app.nobody().post("dossiers", &submission.online_at("H32.01").body);
        refused.breaks("right-desk");
        assert!(db.rows("people").is_empty());
    }
}
