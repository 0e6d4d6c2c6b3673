//! The result: granted or denied, handed to an identified person, rated once.

use super::walk::verified;
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{Answer, CERTIFICATE, Client, Receipt, TestApp, WARD};
use testkit::db::TestDb;

/// An accepted dossier of which the head's step alone lies open.
fn at_the_head(app: &TestApp) -> Receipt {
    let clerk = app.clerk(WARD);
    let receipt = clerk.take_in(CERTIFICATE);
    clerk.done(&receipt.code, "tiep-nhan").is(200);
    app.officer().done(&receipt.code, "tra-cuu").is(200);
    receipt
}

fn deny(client: &Client, dossier: &str, reasons: Option<&str>) -> Answer {
    let paper = json!({ "number": "16/TB", "date": "2026-11-18", "title": "Thông báo không cấp" });
    let mut body = json!({ "kind": "denied", "paper": paper });
    if let Some(reasons) = reasons {
        body["reasons"] = reasons.into();
    }
    client.post(&format!("dossiers/{dossier}/result"), &body)
}

fn hand_over(client: &Client, dossier: &str, to: &str, identity: &str) -> Answer {
    let body = json!({ "to": to, "identity": identity, "channel": "counter" });
    client.post(&format!("dossiers/{dossier}/return"), &body)
}

testkit::on_both_databases! {
    fn recording_the_result_completes_the_last_step(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_head(&app).code;
        app.officer().grant(&code).breaks("right-desk");
        app.head().grant(&code).is(200);
        let dossier = app.head().get(&format!("dossiers/{code}")).is(200).json();
        assert_eq!(
            (&dossier["stage"], &dossier["steps"][2]["ended"]),
            (&json!("result_ready"), &json!("done"))
        );
        assert_eq!(
            (&dossier["result"]["kind"], &dossier["timeliness"]),
            (&json!("granted"), &json!("early"))
        );
        app.head().grant(&code).breaks("changed-meanwhile");
        verified(&app);
    }

    fn no_result_before_the_work_is_done(db: &TestDb) {
        let app = TestApp::on(db);
        let code = app.clerk(WARD).take_in(CERTIFICATE).code;
        let refused = app.head().grant(&code).breaks("stage-order");
        assert_eq!(refused.at("/facts/unfinished"), json!(["tiep-nhan"]));
    }

    fn a_denial_states_its_reasons(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_head(&app).code;
        for nothing in [None, Some(""), Some(" \n ")] {
            deny(&app.head(), &code, nothing).breaks("denial-needs-reasons");
        }
        let denied = deny(&app.head(), &code, Some("Đang có đăng ký kết hôn khác")).is(200);
        assert_eq!(denied.at("/stage"), "result_ready");
        let result = app.clerk(WARD).get(&format!("dossiers/{code}")).at("/result");
        assert_eq!(
            (&result["kind"], &result["reasons"]),
            (&json!("denied"), &json!("Đang có đăng ký kết hôn khác"))
        );
        verified(&app);
    }

    fn a_result_is_handed_only_to_an_identified_person(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let receipt = at_the_head(&app);
        hand_over(&clerk, &receipt.code, "Trần Văn Nhận", "056099009999").breaks("stage-order");
        app.head().grant(&receipt.code).is(200);
        for (to, identity) in [("", "056099009999"), ("Trần Văn Nhận", ""), ("  ", " ")] {
            hand_over(&clerk, &receipt.code, to, identity).breaks("identified-recipient");
        }
        assert_eq!(db.rows("people").len(), 1, "nobody got it yet");
        hand_over(&clerk, &receipt.code, "Trần Văn Nhận", "056099009999").is(200);
        hand_over(&clerk, &receipt.code, "Trần Văn Nhận", "056099009999").breaks("stage-order");
        assert_eq!(db.rows("people").len(), 2);
        verified(&app);
    }

    fn the_service_is_rated_once_after_the_result_was_returned(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = at_the_head(&app);
        let holder = app.holder(&receipt.secret);
        holder.rate(&receipt.code, 4).breaks("rated-once");
        app.head().grant(&receipt.code).is(200);
        holder.rate(&receipt.code, 4).breaks("rated-once");
        app.clerk(WARD).hand_over(&receipt.code).is(200);
        holder.rate(&receipt.code, 4).is(200);
        let again = holder.rate(&receipt.code, 1).breaks("rated-once");
        assert_eq!(again.at("/facts/rated"), 4);
        assert_eq!(app.clerk(WARD).get(&format!("dossiers/{}", receipt.id)).at("/rating"), 4);
    }

    fn an_appointment_is_missed_when_its_day_is_over_and_not_before(db: &TestDb) {
        let app = TestApp::on(db);
        let code = app.clerk(WARD).take_in(CERTIFICATE).code;
        let listed = |late: bool| -> Vec<Value> {
            let page = app.someone(Role::Supervisor, WARD).get(&format!("dossiers?late={late}")).is(200);
            page.at("/items").as_array().unwrap().clone()
        };
        let timeliness = || app.head().get(&format!("dossiers/{code}")).is(200).at("/timeliness");
        let due =
            super::walk::moment(&app.head().get(&format!("dossiers/{code}")).text_at("/appointment/at"));
        let midnight = due.replace_time(time::Time::MIDNIGHT) + time::Duration::days(1);
        app.later(midnight - time::Duration::seconds(1) - app.now());
        assert_eq!((timeliness(), listed(true).len(), listed(false).len()), (json!("running"), 0, 1));
        app.later(time::Duration::seconds(1));
        assert_eq!((timeliness(), listed(true).len(), listed(false).len()), (json!("overdue"), 1, 0));
    }
}
