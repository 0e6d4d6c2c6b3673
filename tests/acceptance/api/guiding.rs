//! The one guidance notice: it holds all that is missing or wrong, and what it leaves out can't be asked for later
//! (`guidance-once`, 3.b¶2).

use super::walk::verified;
use serde_json::{Value, json};
use testkit::app::{BIRTH, CERTIFICATE, Clerk, Submission, TestApp, WARD};
use testkit::db::TestDb;

/// A building permit: its field's own law allows a second notice.
const PERMIT: &str = "1.013225";

fn seen(component: &str) -> Value {
    json!({ "component": component, "fault": "unreadable", "note": "Chụp lại cho rõ" })
}

fn brought(component: &str, form: &str) -> Value {
    json!({ "component": component, "form": form, "copies": 1, "paper_only_reason": "Bản giấy để thử" })
}

/// A birth that lacks its first document.
fn incomplete(clerk: &Clerk) -> Submission {
    let mut submission = Submission::complete(clerk, BIRTH);
    submission.body["components"].as_array_mut().unwrap().remove(0);
    submission
}

/// Which components a list of items names.
fn named(items: &Value) -> Vec<&str> {
    items.as_array().unwrap().iter().map(|item| item["component"].as_str().unwrap()).collect()
}

testkit::on_both_databases! {
    fn a_notice_holds_all_the_system_found_and_what_the_clerk_saw_besides(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.hand_in(&incomplete(&clerk));
        let sent = clerk.guide(&id, &json!([seen("giay-chung-sinh")])).is(200);
        assert_eq!(sent.at("/stage"), "guided");
        assert_eq!(named(&sent.at("/notice/items")), ["to-khai", "giay-chung-sinh"]);
        assert_eq!(
            (sent.at("/notice/items/0/fault"), sent.at("/notice/items/1/note"), sent.at("/notice/exception")),
            (json!("missing"), json!("Chụp lại cho rõ"), json!(null))
        );
        let dossier = clerk.get(&format!("dossiers/{id}")).is(200);
        assert_eq!(dossier.at("/asked/guidance/0/items"), sent.at("/notice/items"));
        verified(&app);
    }

    fn there_is_one_notice_and_no_second(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.hand_in(&incomplete(&clerk));
        clerk.guide(&id, &json!([])).is(200);
        let before = db.everything();
        let refused = clerk.guide(&id, &json!([seen("giay-chung-sinh")])).breaks("guidance-once");
        assert_eq!(refused.text_at("/citation"), "3.b¶2");
        assert_eq!(refused.at("/facts/guided_at"), "2026-11-16T08:00:00+07:00");
        assert_eq!(db.everything(), before);
    }

    fn nobody_is_guided_for_nothing_nor_without_being_told_what_to_do(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        let refused = clerk.guide(&id, &json!([])).breaks("guidance-once");
        assert_eq!(refused.at("/facts/lacking"), "nothing");
        let silent = json!([{ "component": "to-khai", "fault": "unreadable" }]);
        let refused = clerk.guide(&id, &silent).breaks("guidance-once");
        assert_eq!(refused.at("/facts/unexplained"), json!(["to-khai: Giấy tờ mờ, không đọc được"]));
        let refused = clerk.guide(&id, &json!([seen("khong-co")])).breaks("listed-components-only");
        assert_eq!(refused.at("/facts/not_listed"), json!(["khong-co"]));
        clerk.guide(&id, &json!([seen("to-khai")])).is(200);
    }

    fn what_is_brought_is_compared_with_the_notice_until_nothing_lacks(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let online = incomplete(&clerk).online_at(WARD);
        let submitted = app.nobody().post("dossiers", &online.body).is(201);
        let (id, holder) = (submitted.text_at("/id"), app.holder(&submitted.text_at("/secret")));
        clerk.guide(&id, &json!([seen("giay-chung-sinh")])).is(200);
        let first = holder.complete(&id, &json!([brought("to-khai", "original")])).is(200);
        assert_eq!((first.at("/faults"), named(&first.at("/open"))), (json!([]), vec!["giay-chung-sinh"]));
        let path = format!("dossiers/{id}/acceptance");
        clerk.post(&path, &json!({})).breaks("complete-before-acceptance");
        let wrong = holder.complete(&id, &json!([brought("giay-chung-sinh", "certified_copy")])).is(200);
        assert_eq!(wrong.at("/faults/0/fault"), "form_not_accepted");
        clerk.post(&path, &json!({})).breaks("complete-before-acceptance");
        let mended = clerk.complete(&id, &json!([brought("giay-chung-sinh", "original")])).is(200);
        assert_eq!((mended.at("/faults"), mended.at("/open")), (json!([]), json!([])));
        clerk.accept(&id);
        holder.complete(&id, &json!([brought("to-khai", "original")])).breaks("stage-order");
        verified(&app);
    }

    fn what_the_notice_left_out_is_not_asked_for_later(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.hand_in(&incomplete(&clerk));
        clerk.guide(&id, &json!([])).is(200);
        let anew = json!([brought("to-khai", "original"), brought("giay-to-tuy-than", "certified_copy")]);
        clerk.complete(&id, &anew).is(200);
        clerk.accept(&id);
        let refused = clerk.request_supplement(&id, &json!([seen("giay-chung-sinh")])).breaks("guidance-once");
        assert_eq!(refused.at("/facts/left_out"), json!(["giay-chung-sinh"]));
        // What was listed, and what was handed in after the notice, may still be found wanting.
        let wanting = json!([seen("to-khai"), seen("giay-to-tuy-than")]);
        clerk.request_supplement(&id, &wanting).is(200);
        verified(&app);
    }

    fn a_second_notice_only_by_the_fields_own_law_and_flagged(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let published = clerk.get(&format!("procedures/{PERMIT}")).is(200).json();
        let article = &published["field_law"]["exceptions"][0]["citation"];
        let id = clerk.hand_in(&Submission::for_case(&published, "nha-o-rieng-le"));
        clerk.guide(&id, &json!([seen("don")])).is(200);
        let second = clerk.guide(&id, &json!([seen("ban-ve")])).is(200);
        assert_eq!(&second.at("/notice/exception"), article);
        clerk.guide(&id, &json!([seen("don")])).breaks("guidance-once");
        let kinds = db.lines("select kind as line from events order by seq");
        assert_eq!(kinds, ["submitted", "guided", "guided_again"]);
        verified(&app);
    }

    fn the_applicants_details_are_given_anew_and_found_by(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let mut submission = Submission::complete(&clerk, CERTIFICATE);
        let details = submission.body["applicant"].clone();
        submission.body["applicant"]["address"] = json!("");
        let id = clerk.hand_in(&submission);
        clerk.guide(&id, &json!([])).is(200);
        let path = format!("dossiers/{id}/completion");
        clerk.post(&path, &json!({})).is(422);
        let mut anew = details;
        anew["identity"] = json!("056090001234");
        let mended = clerk.post(&path, &json!({ "applicant": anew })).is(200);
        assert_eq!(mended.at("/faults"), json!([]));
        let dossier = clerk.get(&format!("dossiers/{id}")).is(200);
        assert_eq!(dossier.at("/applicant/identity"), "056090001234");
        assert_eq!(dossier.at("/applicant/request"), submission.body["request"]);
        assert_eq!(clerk.get("dossiers?q=056090001234").is(200).at("/items/0/id"), id.as_str());
        verified(&app);
    }
}
