//! The one rescheduling (3.b¶3): proposed with its letter, approved by the head before the appointed day, within a third.

use super::walk::verified;
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{Answer, CERTIFICATE, COMMUNE, Client, Receipt, TestApp, WARD};
use testkit::db::TestDb;
use testkit::province::staff;
use time::OffsetDateTime;
use time::macros::datetime;

/// The last minute inside the third: one working day after Thursday's closing, of three in all. The ward opens on
/// Saturday mornings: its opening is as far from Thursday in working time as Friday's closing.
const A_THIRD: &str = "2026-11-21T07:30:00+07:00";

/// Three working days from Monday, until Thursday the 19th; with the officers.
fn at_the_officers(app: &TestApp) -> Receipt {
    app.at(datetime!(2026-11-16 08:00 +7));
    let clerk = app.clerk(WARD);
    let receipt = clerk.take_in(CERTIFICATE);
    clerk.done(&receipt.code, "tiep-nhan").is(200);
    receipt
}

fn proposed(app: &TestApp) -> Receipt {
    let receipt = at_the_officers(app);
    app.officer().propose(&receipt.code, A_THIRD).is(200);
    receipt
}

/// An act that somebody may do now, as the dossier shows it.
fn may(client: &Client, code: &str, act: &str) -> Option<Value> {
    let may = client.get(&format!("dossiers/{code}")).is(200).at("/may");
    may.as_array().unwrap().iter().find(|offered| offered["act"] == act).cloned()
}

fn with(client: &Client, code: &str, change: (&str, &str)) -> Answer {
    let mut body = json!({ "reason": "Xác minh", "new_appointment": A_THIRD, "apology": "Xin lỗi." });
    body[change.0] = change.1.into();
    client.post(&format!("dossiers/{code}/reschedule"), &body)
}

testkit::on_both_databases! {
    fn approval_is_letter_and_new_appointment_in_one(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = at_the_officers(&app);
        let code = &receipt.code;
        let offered = may(&app.officer(), code, "reschedule").expect("it may be rescheduled");
        assert_eq!(offered["asked_before"], "2026-11-19T00:00:00+07:00");
        assert_eq!(offered["latest_lawful"], A_THIRD);
        let proposed = app.officer().propose(code, A_THIRD).is(200);
        assert_eq!(proposed.at("/appointment/at"), "2026-11-19T17:30:00+07:00", "a proposal moves nothing");
        assert!(may(&app.head(), code, "reschedule/approval").is_some());
        let approved = app.head().approve(code).is(200);
        assert_eq!(approved.at("/appointment/at"), A_THIRD);
        assert_eq!(approved.at("/appointment/rescheduled"), true);
        assert_eq!(approved.at("/appointment/first_at"), "2026-11-19T17:30:00+07:00");
        let dossier = app.officer().get(&format!("dossiers/{code}")).is(200);
        assert_eq!(dossier.at("/lateness/rescheduled/role"), "head");
        assert_eq!(dossier.at("/lateness/proposal"), Value::Null);
        let told = app.holder(&receipt.secret).status(code).is(200);
        assert_eq!(told.at("/appointment"), A_THIRD);
        assert_eq!(told.at("/details/apologies/0/promised"), A_THIRD);
        assert_eq!(told.at("/details/apologies/0/apology"), "Ủy ban nhân dân phường xin lỗi và hẹn lại.");
        assert!(told.text.contains("Cơ quan xin lỗi và hẹn lại ngày trả kết quả"), "{}", told.text);
        verified(&app);
    }

    fn the_third_is_exact_to_the_minute(db: &TestDb) {
        let app = TestApp::on(db);
        for (to, lawful) in [
            ("2026-11-19T17:30:00+07:00", false),
            ("2026-11-20T07:30:00+07:00", true),
            ("2026-11-20T12:00:00+07:00", false),
            ("2026-11-20T17:29:00+07:00", true),
            ("2026-11-20T17:30:00+07:00", true),
            ("2026-11-20T17:31:00+07:00", false),
            ("2026-11-21T07:29:00+07:00", false),
            (A_THIRD, true),
            ("2026-11-21T07:31:00+07:00", false),
            ("9999-12-31T00:00:00+07:00", false),
        ] {
            let code = at_the_officers(&app).code;
            let answer = app.officer().propose(&code, to);
            if lawful {
                answer.is(200);
                app.head().approve(&code).is(200);
            } else {
                let refused = answer.breaks("extension-within-third");
                assert_eq!(refused.text_at("/citation"), "3.b¶3");
                assert_eq!(refused.at("/facts/latest_lawful"), A_THIRD, "{to}");
            }
        }
        verified(&app);
    }

    fn from_the_appointed_days_first_second_it_is_too_late(db: &TestDb) {
        let app = TestApp::on(db);
        let before: OffsetDateTime = datetime!(2026-11-18 23:59:59 +7);
        let appointed = datetime!(2026-11-19 00:00 +7);
        let too_late = |answer: Answer| {
            let refused = answer.breaks("apology-before-appointed-day");
            assert_eq!(refused.at("/facts/asked_before"), "2026-11-19T00:00:00+07:00");
        };
        let (asked, approved, neither) = (at_the_officers(&app).code, proposed(&app).code, proposed(&app).code);
        app.at(before);
        app.officer().propose(&asked, A_THIRD).is(200);
        app.head().approve(&approved).is(200);
        let unasked = at_the_officers(&app).code;
        app.at(appointed);
        too_late(app.officer().propose(&unasked, A_THIRD));
        too_late(app.head().approve(&neither));
        too_late(app.head().approve(&asked));
        assert_eq!(may(&app.officer(), &unasked, "reschedule"), None);
        assert_eq!(may(&app.head(), &neither, "reschedule/approval"), None);
        verified(&app);
    }

    fn there_is_one_rescheduling_in_a_dossiers_life(db: &TestDb) {
        let app = TestApp::on(db);
        let code = proposed(&app).code;
        app.officer().propose(&code, A_THIRD).breaks("stage-order");
        app.head().approve(&code).is(200);
        let before = db.everything();
        let refused = app.officer().propose(&code, "2026-11-23T08:00:00+07:00").breaks("reschedule-once");
        assert_eq!(refused.at("/facts/rescheduled_at"), "2026-11-16T08:00:00+07:00");
        app.head().approve(&code).breaks("reschedule-once");
        assert_eq!(db.everything(), before);
        assert_eq!(may(&app.officer(), &code, "reschedule"), None);
    }

    fn no_rescheduling_without_a_written_apology(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        for lacking in ["reason", "apology"] {
            for nothing in ["", " \n "] {
                let refused = with(&app.officer(), &code, (lacking, nothing)).breaks("written-apology");
                assert_eq!(refused.at("/facts/lacking"), lacking);
            }
        }
        with(&app.officer(), &code, ("reason", "Xác minh")).is(200);
    }

    fn the_head_or_the_entrusted_deputy_decides_and_nobody_else(db: &TestDb) {
        let app = TestApp::on(db);
        let code = proposed(&app).code;
        let mut unentrusted = staff(Role::Deputy, WARD);
        unentrusted.fields.clear();
        let unentrusted = app.signed_in(&unentrusted);
        let others = [Role::Clerk, Role::Officer, Role::Leader].map(|role| app.someone(role, WARD));
        for other in others.iter().chain([&unentrusted]) {
            let refused = other.approve(&code).breaks("head-approves");
            assert_eq!(refused.at("/facts"), json!({ "agency": WARD, "field": "Hộ tịch" }));
            other.reject(&code).breaks("head-approves");
            assert_eq!(may(other, &code, "reschedule/approval"), None);
        }
        app.someone(Role::Deputy, WARD).approve(&code).is(200);
        let dossier = app.head().get(&format!("dossiers/{code}")).is(200);
        assert_eq!(dossier.at("/lateness/rescheduled/role"), "deputy");
        verified(&app);
    }

    fn whoever_proposed_it_does_not_approve_it(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        let mut both = staff(Role::Head, WARD);
        both.roles.push(Role::Officer);
        let both = app.signed_in(&both);
        both.propose(&code, A_THIRD).is(200);
        let refused = both.approve(&code).breaks("head-approves");
        assert_eq!(refused.at("/facts/proposed_by"), staff(Role::Head, WARD).user.0.to_string());
        both.reject(&code).breaks("head-approves");
        app.someone(Role::Deputy, WARD).approve(&code).is(200);
    }

    fn a_rejected_proposal_leaves_everything_as_it_was_and_another_may_follow(db: &TestDb) {
        let app = TestApp::on(db);
        let code = proposed(&app).code;
        let rejected = app.head().reject(&code).is(200);
        assert_eq!(rejected.at("/appointment/at"), "2026-11-19T17:30:00+07:00");
        app.head().approve(&code).breaks("stage-order");
        app.officer().propose(&code, A_THIRD).is(200);
        app.head().approve(&code).is(200);
        verified(&app);
    }

    fn the_head_has_a_queue_with_the_time_left_and_never_their_own(db: &TestDb) {
        let app = TestApp::on(db);
        let code = proposed(&app).code;
        let queue = |client: &Client| client.get("approvals").is(200).at("/items");
        let waiting = queue(&app.head());
        assert_eq!((waiting.as_array().unwrap().len(), &waiting[0]["code"]), (1, &json!(code)));
        assert_eq!(waiting[0]["asked_before"], "2026-11-19T00:00:00+07:00");
        assert_eq!(waiting[0]["left_minutes"], (2 * 24 + 16) * 60);
        assert_eq!(waiting[0]["proposal"]["reason"], "Phải xác minh ở nơi khác");
        assert_eq!(queue(&app.someone(Role::Deputy, WARD)), waiting);
        let mut unentrusted = staff(Role::Deputy, WARD);
        unentrusted.fields.clear();
        assert_eq!(queue(&app.signed_in(&unentrusted)), json!([]));
        assert_eq!(queue(&app.someone(Role::Head, COMMUNE)), json!([]));
        app.officer().get("approvals").is(403);
        let mut both = staff(Role::Head, WARD);
        both.roles.push(Role::Officer);
        let own = at_the_officers(&app).code;
        app.signed_in(&both).propose(&own, A_THIRD).is(200);
        assert_eq!(queue(&app.head()), waiting, "it is the head's own proposal");
        app.at(datetime!(2026-11-18 23:59:59 +7));
        assert_eq!(queue(&app.head())[0]["left_minutes"], 0);
        app.at(datetime!(2026-11-19 00:00 +7));
        assert_eq!(queue(&app.head()), json!([]), "too late");
    }

    fn who_does_not_hold_it_does_not_say_that_it_will_be_late(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        app.clerk(WARD).propose(&code, A_THIRD).breaks("right-desk");
        app.head().propose(&code, A_THIRD).breaks("right-desk");
        app.someone(Role::Leader, WARD).propose(&code, A_THIRD).is(200);
    }
}
