//! A wrong secret and a dossier that isn't there answer alike: same status, same body, same headers.

use serde_json::{Value, json};
use testkit::app::{Answer, CERTIFICATE, TestApp, WARD};
use testkit::db::TestDb;

const ABSENT: [&str; 3] = ["H32.10-261116-9999", "Z99-261116-0001", "01938000-0000-7000-8000-000000000000"];
const WRONG: [&str; 5] = ["AAAAA-AAAAA", "", "-", "0", "không phải mã"];

/// The three doors that a secret opens.
fn knock(app: &TestApp, door: &str, dossier: &str, secret: Option<&str>) -> Answer {
    let client = app.nobody();
    let (method, path, body) = match door {
        "status" => ("GET", format!("status/{dossier}"), None),
        "rating" => ("POST", format!("dossiers/{dossier}/rating"), Some(json!({ "score": 5 }))),
        _ => ("POST", format!("dossiers/{dossier}/withdrawal"), Some(json!({ "reason": "thử" }))),
    };
    let call = client.call(method, &path);
    let call = secret.iter().fold(call, |call, secret| call.header("Dossier-Secret", secret));
    body.iter().fold(call, |call, body: &Value| call.json(body)).send()
}

testkit::on_both_databases! {
    fn a_wrong_secret_and_an_absent_dossier_answer_alike(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let (mine, other, unaccepted) =
            (clerk.take_in(CERTIFICATE), clerk.take_in(CERTIFICATE), clerk.submit(CERTIFICATE));
        let before = db.everything();
        for door in ["status", "rating", "withdrawal"] {
            let nothing = knock(&app, door, ABSENT[0], Some(&mine.secret)).is(404).shown();
            for absent in ABSENT {
                assert_eq!(
                    knock(&app, door, absent, Some("AAAAA-AAAAA")).shown(),
                    nothing,
                    "{door} {absent}"
                );
            }
            for secret in WRONG.into_iter().chain([other.secret.as_str()]) {
                for dossier in [&mine.code, &mine.id, &unaccepted] {
                    assert_eq!(knock(&app, door, dossier, Some(secret)).shown(), nothing, "{door} {secret}");
                }
            }
        }
        assert_eq!(db.everything(), before);
    }

    fn without_a_secret_nothing_is_told_of_what_is_there(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        for door in ["rating", "withdrawal"] {
            let nothing = knock(&app, door, ABSENT[0], None).is(401).shown();
            assert_eq!(knock(&app, door, &receipt.code, None).shown(), nothing, "{door}");
            assert_eq!(knock(&app, door, &receipt.id, None).shown(), nothing, "{door}");
        }
        let absent = knock(&app, "status", ABSENT[0], None).is(404).shown();
        assert_eq!(knock(&app, "status", &receipt.id, None).shown(), absent, "an id is no number");
    }

    fn a_secret_is_good_however_it_is_typed_and_for_its_own_dossier_only(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let (mine, other) = (clerk.take_in(CERTIFICATE), clerk.take_in(CERTIFICATE));
        for typed in [mine.secret.clone(), mine.secret.to_lowercase(), mine.secret.replace('-', " ")] {
            assert!(app.holder(&typed).status(&mine.code).is(200).at("/details").is_object());
            app.holder(&typed).status(&other.code).is(404);
        }
    }
}
