//! A fee or tax that is out stops the clock, and what was left goes on once it is paid.

use super::walk::verified;
use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

testkit::on_both_databases! {
    fn while_a_payment_is_out_the_clock_stands(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, officer) = (app.clerk(WARD), app.officer());
        let receipt = clerk.take_in(CERTIFICATE);
        let code = &receipt.code;
        clerk.ask_payment(code).is(200);
        clerk.confirm_payment(code).is(200);
        clerk.done(code, "tiep-nhan").is(200);
        app.at(datetime!(2026-11-17 17:30 +7));
        let asked = officer.ask_payment(code).is(200);
        assert_eq!(asked.at("/stage"), "awaiting_payment");
        let told = app.holder(&receipt.secret).status(code).is(200);
        assert_eq!(told.at("/details/payment/amount"), 1_500_000);
        officer.ask_payment(code).breaks("stage-order");
        officer.done(code, "tra-cuu").breaks("stage-order");
        app.at(datetime!(2026-11-26 07:30 +7));
        assert_eq!(clerk.get(&format!("dossiers/{code}")).at("/timeliness"), "running");
        let paid = clerk.confirm_payment(code).is(200);
        // Two working days of the three were left, 24 November being off and out of the count.
        assert_eq!(paid.at("/appointment/at"), "2026-11-27T17:30:00+07:00");
        assert_eq!(paid.at("/appointment/first_at"), "2026-11-19T17:30:00+07:00");
        clerk.confirm_payment(code).breaks("stage-order");
        assert_eq!(clerk.get(&format!("dossiers/{code}")).at("/payment"), Value::Null);
        verified(&app);
    }

    fn a_payment_is_a_sum_of_dong(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let code = clerk.take_in(CERTIFICATE).code;
        let ask = |amount: Value| {
            let body = json!({ "amount": amount, "purpose": "Lệ phí" });
            clerk.post(&format!("dossiers/{code}/payment-request"), &body)
        };
        for unsound in [json!(0), json!(-1), json!(1.5), json!(1_000_000_000_001_u64), json!("1")] {
            let problem = ask(unsound).is(422);
            assert_eq!(problem.at("/errors/0/pointer"), "/amount");
        }
        ask(json!(1_000_000_000_000_u64)).is(200);
        clerk.confirm_payment(&code).is(200);
        ask(json!(1)).is(200);
    }
}
