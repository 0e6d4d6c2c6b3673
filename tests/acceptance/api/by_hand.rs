//! What no message reached is told by other means, gateways report what became of theirs, and both stand on the timeline.

use super::walk::moment;
use notify::Failure;
use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, Client, Receipt, Submission, TestApp, WARD};
use testkit::db::TestDb;
use time::Duration;
use uuid::Uuid;

/// Accepted, of somebody whose phone can't take messages.
fn unreachable(app: &TestApp) -> Receipt {
    let clerk = app.clerk(WARD);
    let landline = Submission::complete(&clerk, CERTIFICATE)
        .with("/applicant/phone", "0258 3822 222")
        .with("/applicant/email", "");
    clerk.accept(&clerk.hand_in(&landline))
}

/// Nothing to do.
const NONE: [Value; 0] = [];

fn tasks(client: &Client) -> Vec<Value> {
    client.get("tasks").is(200).at("/items").as_array().unwrap().clone()
}

#[track_caller]
fn settle(client: &Client, task: &Value, how: &str) -> u16 {
    client.post(&format!("tasks/{}/settlement", task["id"].as_str().unwrap()), &json!({ "how": how })).status
}

/// How the applicant was told of this, as the holder reads it.
#[track_caller]
fn told(app: &TestApp, receipt: &Receipt, of: &str) -> Value {
    let status = app.holder(&receipt.secret).status(&receipt.code).is(200);
    let history = status.at("/details/history");
    let line = history.as_array().unwrap().iter().find(|line| line["what"] == of);
    line.unwrap_or_else(|| panic!("no {of}: {history}"))["told"].clone()
}

/// The ids of the messages that have gone out.
fn references(app: &TestApp) -> Vec<Uuid> {
    app.sink().references().into_keys().collect()
}

testkit::on_both_databases! {
    fn a_clerk_reads_whom_to_tell_of_what_and_says_how_it_was_done(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = unreachable(&app);
        app.tell();
        let (clerk, open) = (app.clerk(WARD), tasks(&app.clerk(WARD)));
        assert_eq!(open.len(), 1);
        let task = &open[0];
        assert_eq!((&task["code"], &task["phone"]), (&json!(receipt.code), &json!("0258 3822 222")));
        assert_eq!((&task["name"], &task["legal"]), (&json!("Nguyễn Thị Bí Mật"), &json!(false)));
        assert!(task["text"].as_str().unwrap().contains(&receipt.code), "{task}");
        clerk.get(task["letter"].as_str().unwrap()).is(200);
        assert_eq!(settle(&clerk, task, "  "), 422);
        assert_eq!(settle(&app.clerk("H32.11"), task, "Gọi điện"), 404);
        assert_eq!(settle(&clerk, task, "Gọi điện lúc 9 giờ"), 204);
        assert_eq!(settle(&clerk, task, "Gọi điện lúc 9 giờ"), 404);
        assert_eq!(tasks(&clerk), NONE);
        let line = told(&app, &receipt, "Hồ sơ được tiếp nhận");
        assert_eq!((&line[0]["state"], &line[0]["how"]), (&json!("settled"), &json!("Gọi điện lúc 9 giờ")));
    }

    fn what_the_law_sets_a_moment_for_is_a_task_a_day_before_however_often_it_is_still_tried(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.code, "tiep-nhan").is(200);
        app.tell();
        app.officer().propose(&receipt.code, "2026-11-20T08:00:00+07:00").is(200);
        app.head().approve(&receipt.code).is(200);
        app.sink().fails(Some(Failure::Later { why: "busy".to_owned(), retry_after: None }));
        app.tell();
        let day = moment("2026-11-19T00:00:00+07:00");
        app.at(day - Duration::DAY);
        assert_eq!(tasks(&app.clerk(WARD)), NONE);
        app.at(day - Duration::DAY + Duration::SECOND);
        let open = tasks(&app.clerk(WARD));
        assert_eq!((&open[0]["occasion"], &open[0]["deliver_before"]), (&json!("rescheduled"), &json!("2026-11-19T00:00:00+07:00")));
        assert_eq!((&open[0]["left_minutes"], &open[0]["why"]), (&json!(1439), &json!("try again later: busy")));
        assert_eq!(settle(&app.clerk(WARD), &open[0], "Trao tận tay"), 204);
        let lateness = app.head().get(&format!("dossiers/{}", receipt.code)).is(200).at("/lateness/rescheduled");
        assert_eq!(lateness["sent"]["how"], "Trao tận tay");
        app.sink().fails(None);
        app.at(day);
        assert_eq!((app.work().unsent, app.tell().sent), (0, 0), "told once, by hand");
    }

    fn a_gateway_reports_what_became_of_a_message(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.tell();
        assert_eq!(told(&app, &receipt, "Hồ sơ được tiếp nhận")[0]["state"], "sent");
        let report = |key: &str, query: &str| app.nobody().get(&format!("reports/sms/{key}?{query}")).status;
        let (key, ids) = (app.report_key(), references(&app));
        assert_eq!(report("x", &format!("reference={}&state=1", ids[0])), 404);
        for bad in ["", "reference=7&state=1", &format!("reference={}&state=3", ids[0])] {
            assert_eq!(report(&key, bad), 422, "{bad}");
        }
        assert_eq!(report(&key, &format!("reference={}&state=8", ids[0])), 204);
        for id in &ids {
            assert_eq!(report(&key, &format!("reference={id}&state=1&at=1794790900")), 204);
            assert_eq!(report(&key, &format!("reference={id}&state=2")), 204, "too late, it is there");
        }
        let line = told(&app, &receipt, "Hồ sơ được tiếp nhận");
        assert_eq!((&line[0]["state"], &line[0]["at"]), (&json!("delivered"), &json!("2026-11-16T08:01:40+07:00")));
        let log = app.head().get(&format!("dossiers/{}/events", receipt.code)).is(200).at("/items");
        assert_eq!(log[1]["told"].as_array().unwrap().len(), 2, "{log}");
    }

    fn what_an_operator_gives_up_is_a_task(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(CERTIFICATE);
        app.tell();
        for id in references(&app) {
            app.nobody().get(&format!("reports/sms/{}?reference={id}&state=16", app.report_key())).is(204);
        }
        let open = tasks(&app.clerk(WARD));
        assert_eq!((open.len(), &open[0]["why"]), (1, &json!("the operator reports that it refuses it")));
    }

    fn the_holder_of_the_secret_changes_where_and_of_what_they_are_told(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.tell();
        let (holder, path) = (app.holder(&receipt.secret), format!("dossiers/{}/contact", receipt.code));
        let wishes = json!({ "sms": true, "email": false, "each_step": true });
        let changed = holder.post(&path, &json!({ "phone": "0905 00 99 99", "notify": wishes })).is(200);
        assert_eq!(changed.at("/notify"), wishes);
        let before = app.sink().messages().len();
        app.clerk(WARD).done(&receipt.code, "tiep-nhan").is(200);
        app.tell();
        let told = app.sink().messages().split_off(before);
        assert_eq!(told.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["+84905009999"]);
        let dossier = app.clerk(WARD).get(&format!("dossiers/{}", receipt.code)).is(200);
        assert_eq!((dossier.at("/applicant/phone"), dossier.at("/notify")), (json!("0905 00 99 99"), wishes));
        assert_eq!(dossier.at("/applicant/request"), testkit::app::PERSONAL[5]);
        holder.post(&path, &json!({ "notify": { "sms": false } })).is(200);
        let before = app.sink().messages().len();
        app.officer().done(&receipt.code, "tra-cuu").is(200);
        assert_eq!((app.tell().sent, app.sink().messages().len()), (0, before), "stopped");
    }

    fn what_waits_goes_to_the_new_number(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.holder(&receipt.secret)
            .post(&format!("dossiers/{}/contact", receipt.code), &json!({ "phone": "0905009999", "email": "" }))
            .is(200);
        app.tell();
        let to: Vec<String> = app.sink().messages().into_iter().map(|message| message.to).collect();
        assert_eq!(to, ["+84905009999"]);
    }

    fn somebody_stays_within_reach_and_says_what_is_to_change(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let (holder, path) = (app.holder(&receipt.secret), format!("dossiers/{}/contact", receipt.code));
        holder.post(&path, &json!({ "phone": "", "email": "" })).breaks("electronic-dossier");
        holder.post(&path, &json!({})).is(422);
        holder.post(&path, &json!({ "phone": 7 })).is(422);
        holder.post(&path, &json!({ "notify": { "fax": true } })).is(422);
        app.officer().post(&path, &json!({ "phone": "0905009999" })).is(403);
        app.clerk(WARD).post(&path, &json!({ "phone": "0905009999" })).is(200);
        holder.withdraw(&receipt.code).is(200);
        holder.post(&path, &json!({ "phone": "0905009998" })).breaks("stage-order");
    }
}
