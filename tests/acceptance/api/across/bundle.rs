//! The birth bundle (2.000986): each ward's police by the lead, insurance beside, three papers, one return.

use super::{COMMUNES_POLICE, SideBySide, dossier, leg, open, standings};
use crate::api::walk::verified;
use serde_json::{Value, json};
use testkit::app::{BUNDLE, COMMUNE, INSURANCE, POLICE, TestApp, WARD};
use testkit::db::TestDb;

/// From submission to the one return, at this lead and with this police.
fn whole_way(app: &TestApp, lead: &str, police: &str) {
    let (lead, police, insurance) = (app.agency(lead), app.agency(police), app.agency(INSURANCE));
    let code = lead.clerk().take_in(BUNDLE).code;
    lead.officer().record_paper(&code, "khai-sinh").is(200);
    lead.officer().done(&code, "dang-ky").is(200);
    lead.head().done(&code, "ky-khai-sinh").is(200);
    lead.clerk().done(&code, "chuyen-lien-thong").is(200);
    lead.clerk().hand_out_paper(&code, "khai-sinh").is(200);
    police.officer().done(&code, "tham-tra-cu-tru").is(200);
    police.head().record_paper(&code, "thuong-tru").is(200);
    police.head().done(&code, "ky-thuong-tru").is(200);
    insurance.officer().done(&code, "xet-the").is(200);
    insurance.head().record_paper(&code, "bao-hiem-y-te").is(200);
    insurance.head().done(&code, "ky-the").is(200);
    assert_eq!(open(&dossier(&lead.clerk(), &code)), ["tap-hop"]);
    assert_eq!(lead.clerk().collect(&code).is(200).at("/stage"), "result_ready");
    assert_eq!(lead.clerk().hand_over(&code).is(200).at("/stage"), "returned");
    lead.clerk().hand_over(&code).breaks("stage-order");
}

/// What is known of the paper that a leg ends in.
fn paper<'a>(dossier: &'a Value, of: &str) -> &'a Value {
    &leg(dossier, of)["paper"]
}

testkit::on_both_databases! {
    fn each_wards_bundle_goes_to_its_own_police_and_comes_back_as_one_return(db: &TestDb) {
        let app = TestApp::on(db);
        whole_way(&app, WARD, POLICE);
        whole_way(&app, COMMUNE, COMMUNES_POLICE);
        let agencies = db.lines(
            "select d.agency || ' ' || a.agency as line from dossiers d \
             join dossier_agencies a on a.dossier_id = d.id order by 1",
        );
        let seen = [
            "H32.10 G01.32.10", "H32.10 G24.32.1", "H32.10 H32.10", "H32.11 G01.32.11", "H32.11 G24.32.1",
            "H32.11 H32.11",
        ];
        assert_eq!(agencies, seen);
        verified(&app);
    }

    fn police_and_insurance_work_side_by_side_once_the_birth_is_registered(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let legs = [("khai-sinh", "done"), ("thuong-tru", "open"), ("bao-hiem-y-te", "open"), ("tap-hop", "ahead")];
        assert_eq!(standings(&bundle.dossier()), legs);
        bundle.insurance_works();
        assert_eq!(open(&bundle.dossier()), ["tham-tra-cu-tru"], "the lead waits for both");
        bundle.police_work();
        assert_eq!(open(&bundle.dossier()), ["tap-hop"]);
        verified(&app);
    }

    fn the_birth_certificate_is_handed_out_early_once_and_the_other_papers_are_kept(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let (clerk, code) = (bundle.ward.clerk(), bundle.code());
        bundle.insurance_works();
        let kept = clerk.hand_out_paper(code, "bao-hiem-y-te").breaks("stage-order");
        assert_eq!(kept.at("/facts/kept_until_all_are_there"), "Thẻ bảo hiểm y tế");
        assert!(clerk.may(code).contains(&json!({ "act": "return", "leg": "khai-sinh" })));
        assert_eq!(clerk.hand_out_paper(code, "khai-sinh").is(200).at("/stage"), "in_progress");
        clerk.hand_out_paper(code, "khai-sinh").breaks("stage-order");
        let dossier = bundle.dossier();
        assert_eq!(paper(&dossier, "khai-sinh")["returned_at"], "2026-11-16T08:00:00+07:00");
        assert_eq!(paper(&dossier, "khai-sinh")["number"], "15/khai-sinh");
        assert_eq!((&paper(&dossier, "bao-hiem-y-te")["kind"], &paper(&dossier, "thuong-tru")["kind"]), (&json!("granted"), &Value::Null));
        verified(&app);
    }

    fn it_is_not_handed_out_before_its_leg_is_done_or_without_the_paper(db: &TestDb) {
        let app = TestApp::on(db);
        let ward = app.agency(WARD);
        let code = ward.clerk().take_in(BUNDLE).code;
        let early = || ward.clerk().hand_out_paper(&code, "khai-sinh").breaks("stage-order");
        assert_eq!(early().at("/facts/lacking"), "paper");
        ward.officer().record_paper(&code, "khai-sinh").is(200);
        assert_eq!(early().at("/facts/unfinished"), json!(["khai-sinh"]));
        ward.officer().record_paper(&code, "khai-sinh").breaks("changed-meanwhile");
        app.agency(WARD).officer().record_paper(&code, "tap-hop").breaks("stage-order");
    }

    fn a_bundle_of_which_one_member_is_denied_is_granted_all_the_same(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let (ward, code) = (bundle.ward, bundle.code());
        bundle.insurance_works();
        bundle.police.officer().done(code, "tham-tra-cu-tru").is(200);
        bundle.police.head().deny_paper(code, "thuong-tru", "").breaks("denial-needs-reasons");
        bundle.police.head().deny_paper(code, "thuong-tru", "Chỗ ở không được đăng ký mới").is(200);
        bundle.police.head().done(code, "ky-thuong-tru").is(200);
        let denied = json!({ "kind": "denied", "reasons": "Không đủ điều kiện" });
        let refused = ward.clerk().post(&format!("dossiers/{code}/result"), &denied).breaks("stage-order");
        assert_eq!(refused.at("/facts/granted"), json!(["khai-sinh", "bao-hiem-y-te"]));
        ward.clerk().collect(code).is(200);
        let dossier = bundle.dossier();
        assert_eq!(paper(&dossier, "thuong-tru")["reasons"], "Chỗ ở không được đăng ký mới");
        assert_eq!((&dossier["result"]["kind"], &dossier["result"]["paper"]), (&json!("granted"), &Value::Null));
        verified(&app);
    }
}
