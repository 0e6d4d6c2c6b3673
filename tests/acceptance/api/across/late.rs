//! A leg that is late makes the dossier late once, and is charged to its agency alone.

use super::{SideBySide, dossier, leg};
use crate::api::walk::verified;
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{Agency, INSURANCE, POLICE, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// The minutes charged beyond its shares to each agency that the control sheet names, as the lead reads it.
fn charged(lead: &Agency<'_>, code: &str) -> Vec<(String, i64)> {
    let sheet = lead.clerk().get(&format!("dossiers/{code}/sheet")).is(200).json();
    let mut charged: Vec<(String, i64)> = Vec::new();
    for charge in sheet["charges"].as_array().unwrap() {
        let (agency, late) = (charge["agency"].as_str().unwrap(), charge["late_minutes"].as_i64().unwrap());
        match charged.iter_mut().find(|(other, _)| other == agency) {
            Some((_, minutes)) => *minutes += late,
            None => charged.push((agency.to_owned(), late)),
        }
    }
    charged.sort_unstable();
    charged
}

fn charges(of: [(&str, i64); 3]) -> Vec<(String, i64)> {
    of.map(|(agency, minutes)| (agency.to_owned(), minutes)).to_vec()
}

/// How late each leg is.
fn late_minutes(dossier: &Value) -> Vec<i64> {
    dossier["legs"].as_array().unwrap().iter().map(|leg| leg["late_minutes"].as_i64().unwrap()).collect()
}

fn breaches(dossier: &Value) -> Vec<Value> {
    dossier["lateness"]["breaches"].as_array().unwrap().clone()
}

testkit::on_both_databases! {
    fn the_breach_is_one_and_the_late_leg_alone_is_charged(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        bundle.insurance_works();
        app.at(datetime!(2026-12-10 23:59:59 +7));
        assert_eq!((bundle.dossier()["timeliness"].clone(), app.work().breaches), (json!("running"), 0));
        app.at(datetime!(2026-12-11 07:30 +7));
        assert_eq!((app.work().breaches, app.work().breaches), (1, 0));
        let holder = json!([{ "step": "tham-tra-cu-tru", "agency": POLICE, "officer": null }]);
        assert_eq!(breaches(&bundle.dossier())[0]["holders"], holder);
        // From 16 November 08:00 to 11 December 07:30 the police had 9,330 minutes: 6,240 were the step's, 7,200 the leg's.
        assert_eq!(charged(&bundle.ward, code), charges([(POLICE, 3_090), (INSURANCE, 0), (WARD, 0)]));
        assert_eq!(late_minutes(&bundle.dossier()), [0, 2_130, 0, 0]);
        assert_eq!(leg(&bundle.dossier(), "thuong-tru")["due"], "2026-12-05T08:00:00+07:00");
        verified(&app);
    }

    fn who_starts_late_because_of_another_is_not_charged(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        bundle.insurance_works();
        app.at(datetime!(2026-12-11 07:30 +7));
        bundle.police_work();
        let begun = leg(&bundle.dossier(), "tap-hop").clone();
        assert_eq!((&begun["from"], &begun["given_minutes"]), (&json!("2026-12-11T07:30:00+07:00"), &json!(960)));
        app.at(datetime!(2026-12-14 11:30 +7));
        bundle.ward.clerk().collect(code).is(200);
        // Friday, Saturday morning and Monday morning: all of its two days, and not a minute more.
        assert_eq!(late_minutes(&bundle.dossier()), [0, 2_130, 0, 0]);
        assert_eq!(charged(&bundle.ward, code), charges([(POLICE, 3_090), (INSURANCE, 0), (WARD, 0)]));
        let ended = bundle.dossier();
        assert_eq!((ended["timeliness"].clone(), breaches(&ended).len()), (json!("late"), 1));
        assert_eq!(listed_late(&bundle.ward), 1);
        verified(&app);
    }

    fn legs_that_are_late_together_make_one_breach_that_names_them_all(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        app.at(datetime!(2026-12-11 07:30 +7));
        bundle.police.officer().done(bundle.code(), "tham-tra-cu-tru").is(200);
        bundle.insurance.officer().done(bundle.code(), "xet-the").is(200);
        assert_eq!(app.work().breaches, 0, "it is on record already");
        let all = breaches(&bundle.dossier());
        let agencies: Vec<&str> = all[0]["holders"].as_array().unwrap().iter().map(|held| held["agency"].as_str().unwrap()).collect();
        assert_eq!((all.len(), agencies), (1, vec![POLICE, INSURANCE]));
        // The insurance had 8,610 minutes without Saturdays, of which 3,840 were the step's.
        assert_eq!(charged(&bundle.ward, bundle.code()), charges([(POLICE, 3_090), (INSURANCE, 4_770), (WARD, 0)]));
        verified(&app);
    }

    fn a_leg_that_is_late_inside_a_dossier_that_is_not_is_no_breach(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        app.at(datetime!(2026-12-02 08:00 +7));
        bundle.insurance_works();
        bundle.police_work();
        bundle.ward.clerk().collect(bundle.code()).is(200);
        let ended = bundle.dossier();
        assert_eq!((ended["timeliness"].clone(), breaches(&ended).len()), (json!("early"), 0));
        assert_eq!(late_minutes(&ended), [0, 0, 480, 0]);
        assert_eq!(leg(&ended, "bao-hiem-y-te")["due"], "2026-12-01T08:00:00+07:00");
        assert_eq!(listed_late(&bundle.ward), 0);
        verified(&app);
    }

    fn the_belated_apology_is_the_leads_heads(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        app.at(datetime!(2026-12-11 07:30 +7));
        let expected = "2026-12-15T10:00:00+07:00";
        bundle.police.head().apologise(bundle.code(), expected).breaks("head-approves");
        bundle.ward.anyone(Role::Clerk).apologise(bundle.code(), expected).breaks("head-approves");
        bundle.ward.head().apologise(bundle.code(), expected).is(200);
        assert_eq!(dossier(&bundle.ward.head(), bundle.code())["lateness"]["belated_apology"]["role"], "head");
    }
}

/// How many late dossiers the lead finds.
fn listed_late(lead: &Agency<'_>) -> usize {
    super::listed(&lead.clerk(), "late=true").len()
}
