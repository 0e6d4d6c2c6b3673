//! Each agency still to act says what it needs, or nothing, by a deadline; silence is none, and on record.

use super::{SideBySide, listed, unsigned, unstamped};
use crate::api::walk::verified;
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{COMMUNE, INSURANCE, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// A bundle about which the police have asked, on Monday.
fn asked_by_the_police(app: &TestApp) -> SideBySide<'_> {
    let bundle = SideBySide::at(app);
    bundle.police.officer().request_supplement(bundle.code(), &unstamped()).is(200);
    bundle
}

testkit::on_both_databases! {
    fn too_early_it_is_said_who_is_waited_for_and_until_when(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = asked_by_the_police(&app);
        let before = db.everything();
        let refused = bundle.ward.clerk().issue_supplement(bundle.code()).breaks("one-request-for-all-agencies");
        assert_eq!(refused.at("/facts/waiting_for"), json!([INSURANCE, WARD]));
        assert_eq!(refused.at("/facts/needs_due"), "2026-11-17T17:30:00+07:00");
        assert_eq!(refused.text_at("/citation"), "2.d, 3.b¶2");
        assert_eq!(db.everything(), before);
    }

    fn those_who_are_asked_find_it_in_their_list_until_they_have_said(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = asked_by_the_police(&app);
        let finds = |who: &testkit::app::Client| !listed(who, "asked=mine").is_empty();
        for role in [Role::Clerk, Role::Officer, Role::Leader, Role::Head, Role::Deputy] {
            assert!(finds(&bundle.insurance.anyone(role)) && finds(&bundle.ward.anyone(role)), "{role}");
            assert!(!finds(&bundle.police.anyone(role)), "{role}");
        }
        assert!(!finds(&app.clerk(COMMUNE)));
        bundle.insurance.anyone(Role::Leader).state_needs(bundle.code(), &unsigned()).is(200);
        assert!(!finds(&bundle.insurance.clerk()) && finds(&bundle.ward.clerk()));
        let may = |who: &testkit::app::Client| who.may(bundle.code()).contains(&json!({ "act": "supplement-request/needs" }));
        assert!(may(&bundle.ward.clerk()) && !may(&bundle.insurance.clerk()) && !may(&bundle.police.officer()));
    }

    fn silence_is_none_once_the_day_is_over_and_stands_on_the_request(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = asked_by_the_police(&app);
        app.at(datetime!(2026-11-17 23:59:59 +7));
        bundle.ward.clerk().issue_supplement(bundle.code()).breaks("one-request-for-all-agencies");
        app.at(datetime!(2026-11-18 00:00 +7));
        let late = bundle.insurance.officer().state_needs(bundle.code(), &unsigned());
        let late = late.breaks("one-request-for-all-agencies");
        assert_eq!(late.at("/facts/needs_due"), "2026-11-17T17:30:00+07:00");
        let issued = bundle.ward.clerk().issue_supplement(bundle.code()).is(200);
        assert_eq!(issued.at("/notice/silent"), json!([INSURANCE, WARD]));
        assert_eq!(issued.at("/notice/items").as_array().unwrap().len(), 1);
        assert_eq!(listed(&bundle.insurance.clerk(), "asked=mine"), Vec::<String>::new());
        let read = bundle.dossier();
        assert_eq!(read["asked"]["supplements"][0]["silent"], json!([INSURANCE, WARD]));
        verified(&app);
    }

    fn what_an_agency_needs_is_said_once_by_those_who_were_asked(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = asked_by_the_police(&app);
        let code = bundle.code();
        bundle.police.head().state_needs(code, &json!([])).breaks("one-request-for-all-agencies");
        bundle.insurance.officer().state_needs(code, &json!([{ "component": "khong-co", "fault": "not_valid", "note": "x" }])).breaks("listed-components-only");
        bundle.insurance.officer().state_needs(code, &json!([])).is(200);
        bundle.insurance.head().state_needs(code, &unsigned()).breaks("one-request-for-all-agencies");
        app.clerk(COMMUNE).state_needs(code, &json!([])).is(404);
    }

    fn what_two_need_alike_is_asked_for_once_with_what_each_notes(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = asked_by_the_police(&app);
        let mut alike = unstamped();
        alike[0]["note"] = "Thiếu ngày sinh".into();
        bundle.insurance.officer().state_needs(bundle.code(), &alike).is(200);
        bundle.ward.officer().state_needs(bundle.code(), &unstamped()).is(200);
        let issued = bundle.ward.clerk().issue_supplement(bundle.code()).is(200);
        let items = issued.at("/notice/items");
        assert_eq!((items.as_array().unwrap().len(), &items[0]["note"]), (1, &json!("Chưa đóng dấu; Thiếu ngày sinh")));
    }

    fn who_needs_nothing_more_is_told_apart_from_who_said_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = asked_by_the_police(&app);
        let said = bundle.ward.clerk().state_needs(bundle.code(), &json!([])).is(200);
        assert_eq!(said.at("/gathering/needs/1"), json!({ "agency": WARD, "items": [] }));
        assert_eq!(said.at("/gathering/waiting_for"), json!([INSURANCE]));
        app.at(datetime!(2026-11-18 07:30 +7));
        assert_eq!(bundle.ward.clerk().issue_supplement(bundle.code()).is(200).at("/notice/silent"), json!([INSURANCE]));
        assert_eq!(bundle.dossier()["asked"]["gathering"], Value::Null);
    }
}
