//! Investment policy (1.009645): opinions side by side, that on technology only where the dossier explains one; the
//! province's chairman decides, the lead returns.

use super::{dossier, leg, listed, open, standings};
use crate::api::walk::verified;
use testkit::app::{Agency, Submission, TestApp};
use testkit::db::TestDb;

const INVESTMENT: &str = "1.009645";
const FINANCE: &str = "H32.03";
const CONSTRUCTION: &str = "H32.04";
const LAND: &str = "H32.05";
const TECHNOLOGY: &str = "H32.06";
const PROVINCE: &str = "H32";

/// Accepted, and sent out for opinions; its number.
fn sent_out(app: &TestApp, with_technology: bool) -> String {
    let lead = app.agency(FINANCE);
    let submission = Submission::complete(&lead.clerk(), INVESTMENT);
    let submission = if with_technology { submission } else { submission.without_component("cong-nghe") };
    let id = lead.clerk().hand_in(&submission);
    let code = lead.clerk().accept(&id).code;
    by_officer_and_head(lead, &code, ["kiem-tra", "ky-lay-y-kien"]);
    code
}

fn by_officer_and_head(agency: Agency<'_>, code: &str, [of_the_officer, of_the_head]: [&str; 2]) {
    agency.officer().done(code, of_the_officer).is(200);
    agency.head().done(code, of_the_head).is(200);
}

/// Construction and land give their opinions.
fn the_usual_opinions(app: &TestApp, code: &str) {
    by_officer_and_head(app.agency(CONSTRUCTION), code, ["tham-dinh-quy-hoach", "ky-quy-hoach"]);
    by_officer_and_head(app.agency(LAND), code, ["tham-dinh-dat", "ky-dat"]);
}

/// From the report to the return.
fn to_the_end(app: &TestApp, code: &str) {
    let lead = app.agency(FINANCE);
    by_officer_and_head(lead, code, ["lap-bao-cao", "ky-bao-cao"]);
    app.agency(PROVINCE).officer().done(code, "ra-soat").is(200);
    lead.head().grant(code).breaks("right-desk");
    app.agency(PROVINCE).head().done(code, "ky-chap-thuan").is(200);
    app.agency(PROVINCE).head().grant(code).breaks("right-desk");
    assert_eq!(lead.officer().grant(code).is(200).at("/stage"), "result_ready");
    lead.clerk().hand_over(code).is(200);
}

testkit::on_both_databases! {
    fn with_a_technology_to_explain_three_opinions_are_waited_for(db: &TestDb) {
        let app = TestApp::on(db);
        let code = sent_out(&app, true);
        let lead = app.agency(FINANCE).clerk();
        assert_eq!(open(&dossier(&lead, &code)), ["tham-dinh-quy-hoach", "tham-dinh-dat", "tham-dinh-cong-nghe"]);
        the_usual_opinions(&app, &code);
        assert_eq!(open(&dossier(&lead, &code)), ["tham-dinh-cong-nghe"]);
        assert_eq!(listed(&app.agency(TECHNOLOGY).officer(), "desk=mine"), [code.as_str()]);
        by_officer_and_head(app.agency(TECHNOLOGY), &code, ["tham-dinh-cong-nghe", "ky-cong-nghe"]);
        to_the_end(&app, &code);
        verified(&app);
    }

    fn without_one_two_are_and_technology_never_hears_of_it(db: &TestDb) {
        let app = TestApp::on(db);
        let code = sent_out(&app, false);
        let lead = app.agency(FINANCE).clerk();
        let before = dossier(&lead, &code);
        assert_eq!(leg(&before, "y-kien-cong-nghe")["standing"], "skipped");
        assert_eq!(open(&before), ["tham-dinh-quy-hoach", "tham-dinh-dat"]);
        app.agency(TECHNOLOGY).officer().get(&format!("dossiers/{code}")).is(404);
        app.agency(TECHNOLOGY).officer().done(&code, "tham-dinh-cong-nghe").is(404);
        the_usual_opinions(&app, &code);
        assert_eq!(open(&dossier(&lead, &code)), ["lap-bao-cao"]);
        to_the_end(&app, &code);
        let ended = dossier(&lead, &code);
        assert_eq!(standings(&ended).iter().filter(|(_, standing)| *standing == "done").count(), 5);
        verified(&app);
    }

    fn the_chairmans_office_sees_it_once_it_is_asked_and_not_before(db: &TestDb) {
        let app = TestApp::on(db);
        let code = sent_out(&app, false);
        let office = app.agency(PROVINCE).officer();
        office.get(&format!("dossiers/{code}")).is(404);
        the_usual_opinions(&app, &code);
        by_officer_and_head(app.agency(FINANCE), &code, ["lap-bao-cao", "ky-bao-cao"]);
        assert_eq!(open(&dossier(&office, &code)), ["ra-soat"]);
    }
}
