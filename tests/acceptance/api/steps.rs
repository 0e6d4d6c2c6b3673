//! Steps lie with an agency, a role and, once given to someone, a person (`right-desk`).

use super::walk::verified;
use kernel::Role;
use serde_json::json;
use testkit::app::{CERTIFICATE, COMMUNE, Client, TestApp, WARD, another};
use testkit::db::TestDb;
use testkit::province::staff;

/// An accepted dossier that lies with the ward's officers; its number.
fn at_the_officers(app: &TestApp) -> String {
    let clerk = app.clerk(WARD);
    let code = clerk.take_in(CERTIFICATE).code;
    clerk.done(&code, "tiep-nhan").is(200);
    code
}

fn first() -> String {
    staff(Role::Officer, WARD).user.0.to_string()
}

fn second() -> String {
    another(Role::Officer, WARD).user.0.to_string()
}

/// The numbers on somebody's own desk.
fn desk(client: &Client) -> Vec<String> {
    let listed = client.get("dossiers?desk=mine").is(200).json();
    listed["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap().to_owned()).collect()
}

testkit::on_both_databases! {
    fn a_step_is_completed_by_who_it_lies_with_and_by_nobody_else(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app);
        let before = db.everything();
        for role in [Role::Clerk, Role::Leader, Role::Deputy, Role::Head] {
            let refused = app.someone(role, WARD).done(&code, "tra-cuu").breaks("right-desk");
            assert_eq!(refused.at("/facts"), json!({ "agency": WARD, "role": "officer" }));
        }
        app.officer().done(&code, "ky").breaks("stage-order");
        app.officer().done(&code, "khong-co").breaks("stage-order");
        assert_eq!(db.everything(), before);
        app.officer().done(&code, "tra-cuu").is(200);
    }

    fn a_leader_gives_a_step_to_an_officer_and_from_then_on_it_is_theirs(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app);
        assert_eq!(
            (desk(&app.officer()), desk(&app.another_officer())),
            (vec![code.clone()], vec![code.clone()])
        );
        app.someone(Role::Leader, WARD).assign(&code, "tra-cuu", &second()).is(200);
        assert_eq!((desk(&app.officer()), desk(&app.another_officer())), (vec![], vec![code.clone()]));
        let refused = app.officer().done(&code, "tra-cuu").breaks("right-desk");
        assert_eq!(refused.at("/facts/officer"), second());
        app.officer().assign(&code, "tra-cuu", &first()).breaks("right-desk");
        app.another_officer().done(&code, "tra-cuu").is(200);
        verified(&app);
    }

    fn who_a_step_lies_with_may_take_it(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app);
        app.officer().assign(&code, "tra-cuu", &second()).breaks("right-desk");
        app.officer().assign(&code, "tra-cuu", &first()).is(200);
        app.another_officer().done(&code, "tra-cuu").breaks("right-desk");
    }

    fn a_step_is_given_only_to_a_colleague_with_its_role(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app);
        let leader = app.someone(Role::Leader, WARD);
        let elsewhere = staff(Role::Officer, COMMUNE).user.0.to_string();
        let nobody = "00000000-0000-0000-0000-000000000000";
        let refusals =
            [elsewhere.as_str(), nobody].map(|officer| leader.assign(&code, "tra-cuu", officer).is(422));
        assert_eq!(refusals[0].at("/errors/0/pointer"), "/officer");
        assert_eq!(refusals[0].shown(), refusals[1].shown(), "of another agency's people nothing is told");
        let clerk = staff(Role::Clerk, WARD).user.0.to_string();
        leader.assign(&code, "tra-cuu", &clerk).breaks("right-desk");
    }

    fn a_step_goes_back_to_an_earlier_one_with_the_reason(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app);
        app.someone(Role::Leader, WARD).assign(&code, "tra-cuu", &first()).is(200);
        app.officer().done(&code, "tra-cuu").is(200);
        let refused = app.head().send_back(&code, "ky", "khong-co").breaks("stage-order");
        assert_eq!(refused.at("/facts/earlier"), json!(["tiep-nhan", "tra-cuu"]));
        app.officer().send_back(&code, "ky", "tra-cuu").breaks("right-desk");
        app.head().send_back(&code, "ky", "tra-cuu").is(200);
        assert_eq!(desk(&app.another_officer()), std::slice::from_ref(&code), "it lies with anyone of its role again");
        app.another_officer().done(&code, "tra-cuu").is(200);
        let sheet = app.head().get(&format!("dossiers/{code}/sheet")).is(200).json();
        let how: Vec<_> =
            sheet["rows"].as_array().unwrap().iter().map(|row| row["how"].as_str().unwrap()).collect();
        assert_eq!(how, ["done", "done", "sent_back", "done"]);
        verified(&app);
    }

    fn what_may_be_done_is_shown_to_who_may_do_it(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app);
        let may = |client: &Client| client.get(&format!("dossiers/{code}")).is(200).at("/may");
        assert_eq!(
            may(&app.officer()),
            json!([
                { "act": "supplement-request" },
                { "act": "done", "step": "tra-cuu" },
                { "act": "consultations", "step": "tra-cuu" },
                { "act": "send-back", "step": "tra-cuu", "to": ["tiep-nhan"] },
                { "act": "assignment", "step": "tra-cuu" },
                { "act": "payment-request" },
                {
                    "act": "reschedule", "asked_before": "2026-11-19T00:00:00+07:00",
                    "latest_lawful": "2026-11-21T07:30:00+07:00",
                },
            ])
        );
        let leader = may(&app.someone(Role::Leader, WARD));
        assert_eq!((&leader[0]["act"], &leader[1]["act"]), (&json!("assignment"), &json!("reschedule")));
        assert_eq!(may(&app.clerk(WARD)), json!([{ "act": "withdrawal" }, { "act": "contact" }]));
        assert_eq!(may(&app.someone(Role::Supervisor, COMMUNE)), json!([]));
    }
}
