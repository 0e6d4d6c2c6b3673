//! Each agency sees and touches its own part, and what isn't its concern not at all (`right-desk`).

use super::{COMMUNES_POLICE, SideBySide, dossier, listed, open};
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{Agency, BUNDLE, Client, INSURANCE, POLICE, TestApp, WARD};
use testkit::db::TestDb;

/// The acts that somebody may do, each with its step or leg.
fn acts(who: &Client, code: &str) -> Vec<(String, String)> {
    let text = |act: &Value, name: &str| act[name].as_str().unwrap_or_default().to_owned();
    let on = |act: &Value| text(act, "step") + &text(act, "leg");
    who.may(code).iter().map(|act| (text(act, "act"), on(act))).collect()
}

fn may(who: &Client, code: &str, act: &str, on: &str) -> bool {
    acts(who, code).contains(&(act.to_owned(), on.to_owned()))
}

/// The agencies on the rows and among the charges of a control sheet.
fn on_the_sheet(agency: Agency<'_>, code: &str) -> Vec<String> {
    let sheet = agency.clerk().get(&format!("dossiers/{code}/sheet")).is(200).json();
    let of = |list: &str| sheet[list].as_array().unwrap().clone();
    let mut agencies: Vec<String> = of("rows")
        .iter()
        .chain(&of("charges"))
        .map(|row| row["agency"].as_str().unwrap().to_owned())
        .collect();
    agencies.sort_unstable();
    agencies.dedup();
    agencies
}

testkit::on_both_databases! {
    fn an_agency_that_is_not_concerned_yet_finds_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let code = app.clerk(WARD).take_in(BUNDLE).code;
        for agency in [POLICE, INSURANCE, COMMUNES_POLICE] {
            for role in [Role::Clerk, Role::Officer, Role::Leader, Role::Head, Role::Deputy] {
                let stranger = app.someone(role, agency);
                stranger.get(&format!("dossiers/{code}")).is(404);
                stranger.get(&format!("dossiers/{code}/sheet")).is(404);
                stranger.get(&format!("dossiers/{code}/events")).is(404);
                stranger.receive(&code, "thuong-tru").is(404);
                assert_eq!(listed(&stranger, "q=H32"), Vec::<String>::new());
            }
        }
        let bundle = SideBySide::at(&app);
        app.agency(COMMUNES_POLICE).officer().get(&format!("dossiers/{}", bundle.code())).is(404);
        app.agency(COMMUNES_POLICE).officer().done(bundle.code(), "tham-tra-cu-tru").is(404);
    }

    fn it_lies_on_the_desks_of_those_whose_turn_it_is_alone(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let desk = |agency: &Agency<'_>, role| !listed(&agency.anyone(role), "desk=mine").is_empty();
        assert!(desk(&bundle.police, Role::Officer) && desk(&bundle.insurance, Role::Officer));
        for role in [Role::Clerk, Role::Officer, Role::Head] {
            assert!(!desk(&bundle.ward, role), "{role}");
        }
        assert!(!desk(&bundle.police, Role::Head) && !desk(&bundle.police, Role::Clerk));
        bundle.police_work();
        bundle.insurance_works();
        assert!(desk(&bundle.ward, Role::Clerk) && !desk(&bundle.police, Role::Officer));
    }

    fn a_coordinating_agency_sees_its_own_desks_and_sheet_and_the_dates_of_all(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let seen = |agency: &Agency<'_>| dossier(&agency.officer(), bundle.code());
        assert_eq!(open(&seen(&bundle.police)), ["tham-tra-cu-tru"]);
        assert_eq!(seen(&bundle.police)["steps"].as_array().unwrap().len(), 1);
        assert_eq!(open(&seen(&bundle.insurance)), ["xet-the"]);
        assert_eq!(open(&seen(&bundle.ward)), ["tham-tra-cu-tru", "xet-the"]);
        assert_eq!(seen(&bundle.ward)["steps"].as_array().unwrap().len(), 5);
        for agency in [&bundle.ward, &bundle.police, &bundle.insurance] {
            assert_eq!(seen(agency)["legs"].as_array().unwrap().len(), 4);
            assert_eq!(seen(agency)["appointment"]["at"], "2026-12-10T17:30:00+07:00");
        }
        bundle.police_work();
        bundle.insurance_works();
        assert_eq!(on_the_sheet(bundle.police, bundle.code()), [POLICE]);
        assert_eq!(on_the_sheet(bundle.insurance, bundle.code()), [INSURANCE]);
        assert_eq!(on_the_sheet(bundle.ward, bundle.code()), [POLICE, INSURANCE, WARD]);
    }

    fn the_step_of_another_agency_is_nobody_elses_to_touch(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        let before = db.everything();
        for role in [Role::Clerk, Role::Officer, Role::Leader, Role::Head, Role::Deputy] {
            for other in [bundle.ward, bundle.insurance] {
                let refused = other.anyone(role).done(code, "tham-tra-cu-tru").breaks("right-desk");
                assert_eq!(refused.at("/facts"), json!({ "agency": POLICE, "role": "officer" }));
                other.anyone(role).send_back(code, "tham-tra-cu-tru", "dang-ky").breaks("right-desk");
                other.anyone(role).receive(code, "thuong-tru").breaks("right-desk");
            }
            bundle.police.anyone(role).done(code, "xet-the").breaks("right-desk");
        }
        bundle.ward.head().record_paper(code, "thuong-tru").breaks("right-desk");
        bundle.insurance.head().record_paper(code, "thuong-tru").breaks("right-desk");
        bundle.insurance.officer().consult(code, "tham-tra-cu-tru", "H32.05", "2026-11-20T10:00:00+07:00").breaks("right-desk");
        assert_eq!(db.everything(), before);
    }

    fn what_may_be_done_is_offered_to_those_whose_part_it_is(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        let (police, insurance) = (bundle.police.officer(), bundle.insurance.officer());
        assert!(may(&police, code, "done", "tham-tra-cu-tru") && !may(&police, code, "done", "xet-the"));
        assert!(may(&insurance, code, "done", "xet-the") && !may(&insurance, code, "done", "tham-tra-cu-tru"));
        assert!(may(&police, code, "paper", "thuong-tru") && !may(&police, code, "paper", "bao-hiem-y-te"));
        assert!(may(&police, code, "receipt", "thuong-tru") && !may(&police, code, "receipt", "bao-hiem-y-te"));
        assert!(may(&police, code, "reschedule", "") && !may(&police, code, "payment-request", ""));
        assert_eq!(acts(&bundle.police.clerk(), code), [("receipt".to_owned(), "thuong-tru".to_owned())]);
        let at_the_counter = [("withdrawal", ""), ("contact", ""), ("return", "khai-sinh")];
        assert_eq!(acts(&bundle.ward.clerk(), code), at_the_counter.map(|(act, on)| (act.to_owned(), on.to_owned())));
        assert_eq!(acts(&bundle.ward.officer(), code), []);
    }

    fn a_step_is_given_to_a_colleague_by_its_own_agencys_leader_only(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let to = testkit::province::staff(Role::Officer, POLICE).user.0.to_string();
        bundle.ward.anyone(Role::Leader).assign(bundle.code(), "tham-tra-cu-tru", &to).is(422);
        bundle.police.anyone(Role::Leader).assign(bundle.code(), "tham-tra-cu-tru", &to).is(200);
        let wards = testkit::province::staff(Role::Officer, WARD).user.0.to_string();
        bundle.ward.anyone(Role::Leader).assign(bundle.code(), "xet-the", &wards).breaks("right-desk");
    }
}
