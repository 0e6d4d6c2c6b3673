//! The first registration of land (1.013978): a survey where that is decided, the tax told, its payment confirmed at the
//! lead, nothing to pay.

use super::{dossier, leg, open, standings};
use crate::api::walk::verified;
use serde_json::{Value, json};
use testkit::app::{Agency, Receipt, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

const LAND: &str = "1.013978";
const LAND_OFFICE: &str = "H32.05.1";
const TAX: &str = "G12.32.1";

/// What was said when the place was looked at.
fn surveyed(survey: bool) -> Value {
    json!({ "decided": { "trich-do": survey } })
}

/// With the land office, which surveys where that was decided.
fn with_the_land_office(app: &TestApp, survey: bool) -> Receipt {
    let ward = app.agency(WARD);
    let receipt = ward.clerk().take_in(LAND);
    ward.officer().done_saying(&receipt.code, "xac-minh", &surveyed(survey)).is(200);
    ward.head().done(&receipt.code, "ky-xac-nhan").is(200);
    receipt
}

/// The tax office has told the sum, which its head signs.
fn told(app: &TestApp, code: &str, sum: u64) {
    app.agency(LAND_OFFICE).officer().done(code, "trich-luc").is(200);
    app.agency(TAX).officer().done(code, "tinh-thue").is(200);
    app.agency(TAX).head().done_saying(code, "ky-thue", &json!({ "payment": sum })).is(200);
}

/// From the payment on.
fn to_the_end(ward: Agency<'_>, code: &str) {
    ward.officer().done(code, "in-giay").is(200);
    assert_eq!(ward.head().grant(code).is(200).at("/stage"), "result_ready");
    ward.clerk().hand_over(code).is(200);
}

fn act(may: &[Value], named: &str) -> Value {
    may.iter().find(|act| act["act"] == named).cloned().unwrap_or_default()
}

testkit::on_both_databases! {
    fn a_survey_that_was_decided_comes_before_the_map_and_all_is_paid_and_returned_at_the_lead(db: &TestDb) {
        let app = TestApp::on(db);
        let (ward, receipt) = (app.agency(WARD), with_the_land_office(&app, true));
        let code = &receipt.code;
        assert_eq!(open(&dossier(&ward.clerk(), code)), ["do-dac"]);
        app.agency(LAND_OFFICE).officer().done(code, "do-dac").is(200);
        assert_eq!(open(&dossier(&ward.clerk(), code)), ["trich-luc"]);
        told(&app, code, 5_000_000);
        let waiting = dossier(&ward.clerk(), code);
        assert_eq!((&waiting["stage"], &waiting["payment"]["amount"], &waiting["payment"]["leg"]), (&json!("awaiting_payment"), &json!(5_000_000), &json!("cap-giay")));
        ward.clerk().confirm_payment(code).is(200);
        assert_eq!(open(&dossier(&ward.clerk(), code)), ["in-giay"]);
        to_the_end(ward, code);
        verified(&app);
    }

    fn without_a_survey_the_map_comes_at_once_and_that_is_said_once(db: &TestDb) {
        let app = TestApp::on(db);
        let ward = app.agency(WARD);
        let code = ward.clerk().take_in(LAND).code;
        assert_eq!(act(&ward.officer().may(&code), "done"), json!({ "act": "done", "step": "xac-minh", "decide": ["trich-do"] }));
        for unsaid in [json!({}), json!({ "decided": { "thue": true } }), json!({ "decided": { "trich-do": true }, "payment": 5 })] {
            let refused = ward.officer().done_saying(&code, "xac-minh", &unsaid).breaks("stage-order");
            assert_eq!(refused.at("/facts/to_decide"), json!(["trich-do"]));
        }
        ward.officer().done_saying(&code, "xac-minh", &surveyed(false)).is(200);
        ward.head().send_back(&code, "ky-xac-nhan", "xac-minh").is(200);
        ward.officer().done(&code, "xac-minh").is(200);
        ward.head().done(&code, "ky-xac-nhan").is(200);
        let dossier = dossier(&ward.clerk(), &code);
        assert_eq!((leg(&dossier, "trich-do")["standing"].clone(), open(&dossier)), (json!("skipped"), vec!["trich-luc"]));
        assert_eq!((&leg(&dossier, "trich-do")["from"], &leg(&dossier, "trich-do")["due"]), (&Value::Null, &Value::Null));
        verified(&app);
    }

    fn the_sum_is_told_at_the_step_that_says_so_and_nowhere_else(db: &TestDb) {
        let app = TestApp::on(db);
        let code = with_the_land_office(&app, false).code;
        let (land_office, tax) = (app.agency(LAND_OFFICE), app.agency(TAX));
        land_office.officer().done_saying(&code, "trich-luc", &json!({ "payment": 1 })).breaks("stage-order");
        land_office.officer().done(&code, "trich-luc").is(200);
        tax.officer().done(&code, "tinh-thue").is(200);
        assert_eq!(act(&tax.head().may(&code), "done"), json!({ "act": "done", "step": "ky-thue", "sum_for": "cap-giay" }));
        let refused = tax.head().done(&code, "ky-thue").breaks("stage-order");
        assert_eq!(refused.at("/facts/sum_to_tell_for"), "cap-giay");
    }

    fn the_clock_stands_while_it_is_paid_and_what_was_left_goes_on(db: &TestDb) {
        let app = TestApp::on(db);
        let (ward, receipt) = (app.agency(WARD), with_the_land_office(&app, false));
        let code = &receipt.code;
        app.at(datetime!(2026-11-17 17:30 +7));
        told(&app, code, 5_000_000);
        assert_eq!(leg(&dossier(&ward.clerk(), code), "cap-giay")["standing"], "awaiting_payment");
        let shown = app.holder(&receipt.secret).status(code).is(200);
        assert_eq!((shown.at("/stage"), shown.at("/details/payment/amount")), (json!("awaiting_payment"), json!(5_000_000)));
        assert_eq!(shown.at("/details/payment/purpose"), "Nghĩa vụ tài chính về đất đai");
        app.at(datetime!(2026-12-14 07:30 +7));
        let paid = ward.clerk().confirm_payment(code).is(200);
        // Of 17 working days one was gone when it stood: from Monday on 16 are left, Saturdays among them, and 1 January off.
        assert_eq!(paid.at("/appointment/first_at"), "2026-12-07T17:30:00+07:00");
        assert_eq!(paid.at("/appointment/at"), "2026-12-31T17:30:00+07:00");
        let stop = json!([{ "cause": "payment", "from": "2026-11-17T17:30:00+07:00", "to": "2026-12-14T07:30:00+07:00" }]);
        assert_eq!(paid.at("/appointment/stops"), stop);
        ward.clerk().confirm_payment(code).breaks("stage-order");
        verified(&app);
    }

    fn nothing_to_pay_is_asked_of_nobody(db: &TestDb) {
        let app = TestApp::on(db);
        let (ward, receipt) = (app.agency(WARD), with_the_land_office(&app, false));
        told(&app, &receipt.code, 0);
        let dossier = dossier(&ward.clerk(), &receipt.code);
        assert_eq!((&dossier["stage"], &dossier["payment"]), (&json!("in_progress"), &Value::Null));
        assert_eq!(open(&dossier), ["in-giay"]);
        assert_eq!(standings(&dossier).last(), Some(&("cap-giay", "open")));
        to_the_end(ward, &receipt.code);
        verified(&app);
    }

    fn a_payment_is_confirmed_at_the_leads_counter_alone(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = with_the_land_office(&app, false);
        told(&app, &receipt.code, 1);
        app.agency(LAND_OFFICE).clerk().confirm_payment(&receipt.code).breaks("right-desk");
        app.agency(TAX).clerk().confirm_payment(&receipt.code).breaks("right-desk");
        assert_eq!(act(&app.agency(TAX).clerk().may(&receipt.code), "payment"), Value::Null);
        assert_eq!(act(&app.agency(WARD).clerk().may(&receipt.code), "payment"), json!({ "act": "payment" }));
    }
}
