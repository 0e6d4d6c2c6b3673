//! A dossier ends before its decision: refused on a published ground, or taken back.

use super::walk::{verified, worked};
use serde_json::json;
use testkit::app::{Answer, CERTIFICATE, Clerk, TestApp, WARD};
use testkit::db::TestDb;

fn refuse(clerk: &Clerk, id: &str, ground: &str, explanation: &str) -> Answer {
    let body = json!({ "ground": ground, "explanation": explanation });
    clerk.post(&format!("dossiers/{id}/refusal"), &body)
}

const GROUND: &str = "khong-thuoc-tham-quyen";

testkit::on_both_databases! {
    fn a_refusal_names_one_of_the_procedures_grounds_and_explains_it(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        let refused = refuse(&clerk, &id, "khong-thich", "Không thích").breaks("refusal-needs-ground");
        assert_eq!(refused.at("/facts/grounds"), json!([GROUND, "muc-dich-trai-luat"]));
        for nothing in ["", " \n\t "] {
            let refused = refuse(&clerk, &id, GROUND, nothing).breaks("refusal-needs-ground");
            assert_eq!(refused.at("/facts/lacking"), "explanation");
        }
        let refused = refuse(&clerk, &id, GROUND, "Người yêu cầu cư trú tại xã khác").is(200);
        assert_eq!((refused.at("/stage"), refused.at("/code")), (json!("refused"), json!(null)));
        verified(&app);
    }

    fn what_was_refused_is_neither_accepted_nor_refused_nor_withdrawn(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        refuse(&clerk, &id, GROUND, "Cư trú nơi khác").is(200);
        let before = db.everything();
        clerk.post(&format!("dossiers/{id}/acceptance"), &json!({})).breaks("stage-order");
        refuse(&clerk, &id, GROUND, "Cư trú nơi khác").breaks("stage-order");
        clerk.withdraw(&id).breaks("stage-order");
        assert_eq!(db.everything(), before);
    }

    fn what_was_accepted_is_not_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let receipt = clerk.take_in(CERTIFICATE);
        refuse(&clerk, &receipt.id, GROUND, "Nghĩ lại").breaks("stage-order");
    }

    fn the_holder_of_the_secret_or_a_clerk_takes_a_dossier_back(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let (mine, theirs, unaccepted) =
            (clerk.take_in(CERTIFICATE), clerk.take_in(CERTIFICATE), clerk.submit(CERTIFICATE));
        for withdrawn in [
            app.holder(&mine.secret).withdraw(&mine.code),
            clerk.withdraw(&theirs.id),
            clerk.withdraw(&unaccepted),
        ] {
            assert_eq!(withdrawn.is(200).at("/stage"), "withdrawn");
        }
        assert_eq!(app.holder(&mine.secret).status(&mine.code).at("/stage"), "withdrawn");
        clerk.done(&mine.code, "tiep-nhan").breaks("stage-order");
        clerk.withdraw(&mine.code).breaks("stage-order");
        verified(&app);
    }

    fn an_online_submission_is_taken_back_with_the_secret_it_was_given(db: &TestDb) {
        let app = TestApp::on(db);
        let online = testkit::app::Submission::complete(&app.nobody(), CERTIFICATE).online_at(WARD);
        let submitted = app.nobody().post("dossiers", &online.body).is(201);
        let holder = app.holder(&submitted.text_at("/secret"));
        assert_eq!(holder.withdraw(&submitted.text_at("/id")).is(200).at("/stage"), "withdrawn");
    }

    fn after_the_decision_nothing_is_taken_back(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let receipt = clerk.take_in(CERTIFICATE);
        worked(&app, &clerk, &receipt);
        app.head().grant(&receipt.code).is(200);
        for refused in [app.holder(&receipt.secret).withdraw(&receipt.code), clerk.withdraw(&receipt.code)] {
            let refused = refused.breaks("withdraw-before-decision");
            assert_eq!(refused.at("/citation"), "NĐ 118/2025 Đ21");
            assert!(refused.at("/facts/decided_at").is_string());
        }
    }
}
