//! The one supplement request (`supplement-once`, 3.b¶2): the clock stands with its dates, and goes on as the procedure
//! says.

use super::walk::verified;
use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, Receipt, Submission, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

const PERMIT: &str = "1.013225";
/// Fisheries: after a supplement the clock goes on with what was left.
const LICENCE: &str = "1.004359";
const FISHERIES: &str = "H32.05";

fn asked(component: &str) -> Value {
    json!([{ "component": component, "fault": "not_valid", "note": "Tờ khai đã hết hạn" }])
}

fn brought(component: &str) -> Value {
    let reason = "Bản giấy để thử";
    json!([{ "component": component, "form": "original", "copies": 1, "paper_only_reason": reason }])
}

/// Three working days from Monday, with the officers.
fn at_the_officers(app: &TestApp) -> Receipt {
    let clerk = app.clerk(WARD);
    let receipt = clerk.take_in(CERTIFICATE);
    clerk.done(&receipt.code, "tiep-nhan").is(200);
    receipt
}

testkit::on_both_databases! {
    fn the_clock_stands_until_all_is_in_and_then_starts_afresh(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = at_the_officers(&app);
        let (officer, holder) = (app.officer(), app.holder(&receipt.secret));
        app.at(datetime!(2026-11-17 09:00 +7));
        let sent = officer.request_supplement(&receipt.code, &asked("to-khai")).is(200);
        assert_eq!((sent.at("/stage"), sent.at("/notice/after_term")), (json!("awaiting_supplement"), json!(false)));
        assert_eq!(sent.at("/notice/due"), "2026-12-02T17:30:00+07:00");
        officer.done(&receipt.code, "tra-cuu").breaks("stage-order");
        // Long past the first appointment, and nobody is late.
        app.at(datetime!(2026-11-30 10:00 +7));
        let standing = officer.get(&format!("dossiers/{}", receipt.code)).is(200);
        assert_eq!(standing.at("/timeliness"), "running");
        let stop = json!([{ "cause": "supplement", "from": "2026-11-17T09:00:00+07:00", "to": null }]);
        assert_eq!(standing.at("/appointment/stops"), stop);
        let nothing = holder.supply(&receipt.code, &json!([])).is(200);
        assert_eq!((nothing.at("/stage"), nothing.at("/open/0/component")), (json!("awaiting_supplement"), json!("to-khai")));
        let supplied = holder.supply(&receipt.code, &brought("to-khai")).is(200);
        assert_eq!((supplied.at("/stage"), supplied.at("/open")), (json!("in_progress"), json!([])));
        assert_eq!(supplied.at("/appointment/at"), "2026-12-03T17:30:00+07:00");
        assert_eq!(supplied.at("/appointment/first_at"), "2026-11-19T17:30:00+07:00");
        let told = supplied.text_at("/appointment/explained/1");
        assert!(told.contains("Dừng tính thời hạn từ 09:00 ngày 17/11/2026"), "{told}");
        assert_eq!(holder.status(&receipt.code).at("/appointment"), "2026-12-03T17:30:00+07:00");
        officer.done(&receipt.code, "tra-cuu").is(200);
        verified(&app);
    }

    fn or_goes_on_with_what_was_left_where_the_procedure_says_so(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(FISHERIES);
        let code = clerk.take_in(LICENCE).code;
        let officer = app.someone(kernel::Role::Officer, FISHERIES);
        // Five working days from Monday, 24 November being off: until Monday. One of them is gone when it stands.
        app.at(datetime!(2026-11-17 17:30 +7));
        officer.request_supplement(&code, &asked("don-cap-moi")).is(200);
        app.at(datetime!(2026-11-26 07:30 +7));
        let supplied = clerk.supply(&code, &brought("don-cap-moi")).is(200);
        assert_eq!(supplied.at("/appointment/first_at"), "2026-11-23T17:30:00+07:00");
        assert_eq!(supplied.at("/appointment/at"), "2026-12-01T17:30:00+07:00");
        verified(&app);
    }

    fn there_is_one_request_in_a_dossiers_life(db: &TestDb) {
        let app = TestApp::on(db);
        let code = at_the_officers(&app).code;
        let officer = app.officer();
        officer.request_supplement(&code, &json!([])).breaks("supplement-once");
        officer.request_supplement(&code, &asked("khong-co")).breaks("listed-components-only");
        officer.request_supplement(&code, &asked("to-khai")).is(200);
        app.clerk(WARD).supply(&code, &brought("to-khai")).is(200);
        let before = db.everything();
        let refused = officer.request_supplement(&code, &asked("to-khai")).breaks("supplement-once");
        assert_eq!(refused.text_at("/citation"), "3.b¶2");
        assert_eq!(refused.at("/facts/requested_at"), "2026-11-16T08:00:00+07:00");
        assert_eq!(db.everything(), before);
        let may = officer.get(&format!("dossiers/{code}")).is(200).at("/may");
        assert!(may.as_array().unwrap().iter().all(|act| act["act"] != "supplement-request"), "{may}");
    }

    fn a_second_request_only_by_the_fields_own_law_and_flagged(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let published = clerk.get(&format!("procedures/{PERMIT}")).is(200).json();
        let id = clerk.hand_in(&Submission::for_case(&published, "nha-o-rieng-le"));
        clerk.accept(&id);
        for exception in [Value::Null, published["field_law"]["exceptions"][1]["citation"].clone()] {
            let sent = clerk.request_supplement(&id, &asked("don")).is(200);
            assert_eq!(sent.at("/notice/exception"), exception);
            clerk.supply(&id, &brought("don")).is(200);
        }
        clerk.request_supplement(&id, &asked("don")).breaks("supplement-once");
        verified(&app);
    }

    fn asked_for_after_three_working_days_it_is_flagged(db: &TestDb) {
        let app = TestApp::on(db);
        let late = |moment| {
            app.at(datetime!(2026-11-16 08:00 +7));
            let code = at_the_officers(&app).code;
            app.at(moment);
            app.officer().request_supplement(&code, &asked("to-khai")).is(200).at("/notice/after_term")
        };
        assert_eq!(late(datetime!(2026-11-19 23:59:59 +7)), false);
        assert_eq!(late(datetime!(2026-11-20 00:00 +7)), true);
    }

    fn what_is_not_brought_in_fifteen_days_is_closed_and_not_before(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, receipt) = (app.clerk(WARD), at_the_officers(&app));
        let code = &receipt.code;
        app.officer().request_supplement(code, &asked("to-khai")).is(200);
        app.at(datetime!(2026-12-01 23:59:59 +7));
        let early = clerk.close(code).breaks("stage-order");
        assert_eq!(early.at("/facts/supplement_due"), "2026-12-01T17:30:00+07:00");
        app.at(datetime!(2026-12-02 00:00 +7));
        let late = app.holder(&receipt.secret).supply(code, &brought("to-khai")).breaks("stage-order");
        assert_eq!(late.at("/facts/supplement_due"), "2026-12-01T17:30:00+07:00");
        assert_eq!(clerk.close(code).is(200).at("/stage"), "closed");
        clerk.supply(code, &brought("to-khai")).breaks("stage-order");
        assert_eq!(clerk.get(&format!("dossiers/{code}")).at("/timeliness"), Value::Null);
        verified(&app);
    }
}
