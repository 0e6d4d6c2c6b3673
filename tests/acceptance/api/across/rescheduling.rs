//! The one rescheduling of a dossier of several agencies: proposed where it is held up, endorsed by that agency's head,
//! approved by the lead's, and the letter names the agency.

use super::{SideBySide, kinds};
use crate::api::prepared::latest_lawful;
use crate::api::walk::verified;
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{BUNDLE, Client, POLICE, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// A third of twenty days of 480 minutes after 10 December 17:30: 480 on Friday, 240 on Saturday, 2,400 until the next
/// Friday, and 80 on that Saturday.
const A_THIRD: &str = "2026-12-19T08:50:00+07:00";

/// What waits for a signature, with what is asked.
fn queue(head: &Client) -> Vec<(String, String)> {
    let waiting = head.get("approvals").is(200).json();
    let text = |item: &Value, name: &str| item[name].as_str().unwrap().to_owned();
    waiting["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (text(item, "code"), text(item, "asked_for")))
        .collect()
}

/// One that the police have proposed to reschedule.
fn proposed(app: &TestApp) -> SideBySide<'_> {
    let bundle = SideBySide::at(app);
    bundle.police.officer().propose(bundle.code(), A_THIRD).is(200);
    bundle
}

testkit::on_both_databases! {
    fn the_window_is_the_wholes_whoever_asks(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        for agency in [bundle.police, bundle.insurance] {
            assert_eq!(latest_lawful(&agency.officer(), bundle.code()), A_THIRD);
        }
        bundle.police.officer().propose(bundle.code(), "2026-12-19T08:51:00+07:00").breaks("extension-within-third");
        bundle.ward.officer().propose(bundle.code(), A_THIRD).breaks("right-desk");
        app.at(datetime!(2026-12-10 00:00 +7));
        bundle.police.officer().propose(bundle.code(), A_THIRD).breaks("apology-before-appointed-day");
    }

    fn the_holding_agencys_head_is_asked_first_and_then_the_leads(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = proposed(&app);
        let (code, own) = (bundle.code(), bundle.code().to_owned());
        assert_eq!(queue(&bundle.police.head()), [(own.clone(), "endorsement".to_owned())]);
        assert_eq!(queue(&bundle.ward.head()), []);
        assert_eq!(queue(&bundle.insurance.head()), []);
        let early = bundle.ward.head().approve(code).breaks("head-approves");
        assert_eq!(early.at("/facts/endorsement_of"), POLICE);
        bundle.insurance.head().endorse(code).breaks("head-approves");
        bundle.ward.head().endorse(code).breaks("head-approves");
        bundle.police.officer().endorse(code).breaks("head-approves");
        assert!(bundle.police.head().may(code).iter().any(|act| act["act"] == "reschedule/endorsement"));
        bundle.police.head().endorse(code).is(200);
        bundle.police.head().endorse(code).breaks("stage-order");
        bundle.police.head().approve(code).breaks("head-approves");
        assert_eq!(queue(&bundle.police.head()), []);
        assert_eq!(queue(&bundle.ward.head()), [(own, "approval".to_owned())]);
        assert_eq!(bundle.ward.head().approve(code).is(200).at("/appointment/at"), A_THIRD);
        assert_eq!(queue(&bundle.ward.head()), []);
        verified(&app);
    }

    fn the_letter_names_the_agency_that_caused_it(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = proposed(&app);
        let code = bundle.code();
        assert_eq!(bundle.dossier()["lateness"]["proposal"]["held_up_by"], POLICE);
        bundle.police.anyone(Role::Deputy).endorse(code).is(200);
        bundle.ward.anyone(Role::Deputy).approve(code).is(200);
        let rescheduled = bundle.dossier()["lateness"]["rescheduled"].clone();
        assert_eq!((&rescheduled["caused_by"], &rescheduled["role"]), (&json!(POLICE), &json!("deputy")));
        assert!(rescheduled["endorsed_by"].is_string() && rescheduled["endorsed_by"] != rescheduled["by"]);
        let told = app.holder(&bundle.receipt.secret).status(code).is(200);
        assert_eq!(told.at("/details/apologies/0/caused_by"), POLICE);
        assert_eq!(told.at("/details/apologies/0/promised"), A_THIRD);
        verified(&app);
    }

    fn one_rescheduling_is_all_there_is_whichever_agency_asks(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = proposed(&app);
        let code = bundle.code();
        bundle.insurance.officer().propose(code, A_THIRD).breaks("stage-order");
        bundle.police.head().endorse(code).is(200);
        bundle.ward.head().approve(code).is(200);
        let before = db.everything();
        for officer in [bundle.police.officer(), bundle.insurance.officer()] {
            officer.propose(code, "2026-12-19T11:00:00+07:00").breaks("reschedule-once");
        }
        bundle.ward.head().approve(code).breaks("reschedule-once");
        bundle.police.head().endorse(code).breaks("reschedule-once");
        assert_eq!(db.everything(), before);
    }

    fn the_holding_agencys_head_may_reject_and_another_proposal_follows(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = proposed(&app);
        let code = bundle.code();
        bundle.insurance.head().reject(code).breaks("head-approves");
        bundle.police.head().reject(code).is(200);
        assert_eq!(queue(&bundle.police.head()), []);
        bundle.ward.head().approve(code).breaks("stage-order");
        bundle.insurance.officer().propose(code, A_THIRD).is(200);
        assert_eq!(queue(&bundle.police.head()), []);
        assert_eq!(queue(&bundle.insurance.head()), [(code.to_owned(), "endorsement".to_owned())]);
        assert_eq!(bundle.dossier()["lateness"]["proposal"]["held_up_by"], bundle.insurance.code());
        verified(&app);
    }

    fn once_endorsed_the_leads_head_may_still_reject_it_and_the_endorser_not(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = proposed(&app);
        let code = bundle.code();
        bundle.police.head().endorse(code).is(200);
        bundle.police.head().reject(code).breaks("head-approves");
        bundle.ward.head().reject(code).is(200);
        let log = kinds(&bundle.ward.clerk(), code, 6);
        assert_eq!(log[log.len() - 3..], ["reschedule_proposed", "reschedule_endorsed", "reschedule_rejected"]);
        verified(&app);
    }

    fn what_the_lead_holds_up_itself_needs_nobodys_endorsement(db: &TestDb) {
        let app = TestApp::on(db);
        let ward = app.agency(WARD);
        let code = ward.clerk().take_in(BUNDLE).code;
        ward.officer().propose(&code, A_THIRD).is(200);
        assert_eq!(queue(&ward.head()), [(code.clone(), "approval".to_owned())]);
        ward.head().endorse(&code).breaks("stage-order");
        ward.head().approve(&code).is(200);
        let dossier = super::dossier(&ward.clerk(), &code);
        assert_eq!(dossier["lateness"]["rescheduled"]["caused_by"], Value::Null);
    }
}
