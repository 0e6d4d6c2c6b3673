//! A citizen follows the dossier: by its number no personal data, with the secret the whole way.

use super::walk::worked;
use kernel::Role;
use serde_json::json;
use testkit::app::{CERTIFICATE, PERSONAL, Receipt, TestApp, WARD, username};
use testkit::db::TestDb;

/// A dossier that went the whole way.
fn returned(app: &TestApp) -> Receipt {
    let clerk = app.clerk(WARD);
    let receipt = clerk.take_in(CERTIFICATE);
    worked(app, &clerk, &receipt);
    app.head().grant(&receipt.code).is(200);
    clerk.hand_over(&receipt.code).is(200);
    receipt
}

testkit::on_both_databases! {
    fn the_number_alone_shows_stage_and_appointment_and_no_person(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = returned(&app);
        let status = app.nobody().get(&format!("status/{}", receipt.code)).is(200);
        let shown: Vec<String> = status.json().as_object().unwrap().keys().cloned().collect();
        assert_eq!(shown, ["appointment", "code", "next", "provisional", "stage", "stage_text"]);
        let staff = [Role::Clerk, Role::Officer, Role::Head].map(|role| username(role, WARD));
        let persons = PERSONAL.into_iter().chain(["Trần Văn Nhận", "056099009999", "15/XN"]);
        for value in
            persons.chain(staff.iter().map(String::as_str)).chain([receipt.id.as_str(), &receipt.secret])
        {
            assert!(!status.text.contains(value), "{value}: {}", status.text);
        }
    }

    fn the_secret_shows_the_way_in_plain_words(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = returned(&app);
        let status = app.holder(&receipt.secret).status(&receipt.code).is(200);
        let in_address =
            app.nobody().get(&format!("status/{}?secret={}", receipt.code, receipt.secret)).is(200);
        assert_eq!(status.text, in_address.text);
        let details = status.at("/details");
        let history: Vec<_> = details["history"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["what"].as_str().unwrap())
            .collect();
        assert_eq!(history.first(), Some(&"Đã nộp hồ sơ"));
        assert_eq!(history.last(), Some(&"Đã trả kết quả"));
        assert_eq!(history.len(), 7, "{history:?}");
        assert_eq!(details["doing"], json!([]));
        assert_eq!(details["appointment"]["explained"].as_array().unwrap().len(), 1);
        for value in PERSONAL.into_iter().chain(["Trần Văn Nhận", "056099009999"]) {
            assert!(!status.text.contains(value), "{value}: {}", status.text);
        }
    }

    fn it_is_said_in_english_where_that_is_asked_for(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let holder = app.holder(&receipt.secret);
        let status =
            holder.with_header("Accept-Language", "en-GB,en;q=0.9").get(&format!("status/{}", receipt.code));
        assert_eq!(status.is(200).at("/stage_text"), "Accepted");
        assert_eq!(holder.status(&receipt.code).at("/stage_text"), "Đã tiếp nhận");
    }
}
