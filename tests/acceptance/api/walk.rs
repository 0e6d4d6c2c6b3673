//! A dossier's way through the API, each act by who it lies with.

use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{Clerk, Client, Receipt, Submission, TestApp};
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

/// A moment as an answer shows it.
pub(super) fn moment(text: &str) -> OffsetDateTime {
    OffsetDateTime::parse(text, &Rfc3339).expect("RFC 3339")
}

/// Every published procedure, as `GET /procedures/{code}` shows it.
pub(super) fn published(app: &TestApp) -> Vec<Value> {
    let listed = app.nobody().get("procedures?limit=200").is(200).json();
    assert!(listed["next"].is_null(), "all of them on one page");
    let codes = listed["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap());
    codes.map(|code| app.nobody().get(&format!("procedures/{code}")).is(200).json()).collect()
}

/// One dossier of each case of a procedure, from submission to rating; how many.
pub(super) fn every_case(app: &TestApp, procedure: &Value) -> usize {
    let cases = procedure["cases"].as_array().unwrap();
    for case in cases {
        whole_way(app, procedure, case["code"].as_str().unwrap());
    }
    cases.len()
}

/// From submission to rating, at the first agency that receives the procedure.
fn whole_way(app: &TestApp, procedure: &Value, case: &str) {
    let agency = procedure["received_by"][0].as_str().unwrap();
    let clerk = app.clerk(agency);
    let id = handed_in(app, &clerk, Submission::for_case(procedure, case), agency);
    app.later(Duration::minutes(10));
    let receipt = clerk.accept(&id);
    explained(&clerk, &receipt);
    worked(app, &clerk, &receipt);
    app.someone(Role::Head, agency).grant(&receipt.code).is(200);
    app.later(Duration::minutes(20));
    clerk.hand_over(&receipt.code).is(200);
    app.holder(&receipt.secret).rate(&receipt.code, 5).is(200);
    ended(app, &clerk, &receipt);
}

fn handed_in(app: &TestApp, clerk: &Clerk, submission: Submission, agency: &str) -> String {
    if submission.body["channel"] != "online" {
        return clerk.hand_in(&submission);
    }
    let submitted = app.nobody().post("dossiers", &submission.online_at(agency).body).is(201);
    assert_eq!(submitted.at("/faults"), json!([]));
    submitted.text_at("/id")
}

/// The appointment says how it was counted, in both languages, and lies after the acceptance.
fn explained(clerk: &Clerk, receipt: &Receipt) {
    let vietnamese = clerk.get(&format!("dossiers/{}", receipt.code)).is(200);
    let english =
        clerk.call("GET", &format!("dossiers/{}", receipt.id)).header("Accept-Language", "en").send().is(200);
    let sentences = |of: &Value| of["appointment"]["explained"].as_array().unwrap().len();
    assert!(sentences(&vietnamese.json()) > 0 && sentences(&english.json()) > 0);
    assert_ne!(vietnamese.at("/appointment/explained"), english.at("/appointment/explained"));
    let due = moment(&vietnamese.text_at("/appointment/at"));
    assert!(due > moment(&vietnamese.text_at("/accepted_at")), "{}", vietnamese.text);
    assert_eq!(vietnamese.at("/appointment/at"), vietnamese.at("/appointment/first_at"));
}

/// Every step that lies open is completed by who it lies with, until none does: with what is asked at its end said, and the
/// paper of its leg there. What is to be paid then is.
pub(super) fn worked(app: &TestApp, clerk: &Clerk, receipt: &Receipt) {
    loop {
        let dossier = clerk.get(&format!("dossiers/{}", receipt.code)).is(200).json();
        if dossier["stage"] == "awaiting_payment" {
            clerk.confirm_payment(&receipt.code).is(200);
            continue;
        }
        let open = open_steps(&dossier);
        if open.is_empty() {
            return;
        }
        for (agency, role, step) in open {
            app.later(Duration::minutes(20));
            complete(&app.someone(role, &agency), &receipt.code, &step);
        }
    }
}

/// Completes a step by what may be done, and is to be said, as the dossier shows it.
fn complete(who: &Client, code: &str, step: &str) {
    let may = who.may(code);
    for paper in may.iter().filter(|act| act["act"] == "paper") {
        who.record_paper(code, paper["leg"].as_str().unwrap()).is(200);
    }
    let done = may.iter().find(|act| act["act"] == "done" && act["step"] == step);
    who.done_saying(code, step, &said(done.expect("it may be completed"))).is(200);
}

/// Everything asked about is worked, and a sum is to be paid.
fn said(done: &Value) -> Value {
    let mut said = json!({ "note": "Đủ điều kiện" });
    for leg in done["decide"].as_array().into_iter().flatten() {
        said["decided"][leg.as_str().unwrap()] = true.into();
    }
    if done["sum_for"].is_string() {
        said["payment"] = 5_000_000.into();
    }
    said
}

fn open_steps(dossier: &Value) -> Vec<(String, Role, String)> {
    let steps = dossier["steps"].as_array().unwrap().iter();
    let open = steps.filter(|step| step["ended"].is_null()).map(|step| {
        let text = |name: &str| step[name].as_str().unwrap().to_owned();
        (text("agency"), text("role").parse().unwrap(), text("step"))
    });
    open.collect()
}

fn ended(app: &TestApp, clerk: &Clerk, receipt: &Receipt) {
    let dossier = clerk.get(&format!("dossiers/{}", receipt.code)).is(200).json();
    assert_eq!((&dossier["stage"], &dossier["rating"]), (&json!("returned"), &json!(5)));
    assert_eq!(dossier["may"], json!([]));
    let sheet = clerk.get(&format!("dossiers/{}/sheet", receipt.code)).is(200).json();
    assert_eq!(sheet["rows"].as_array().unwrap().len(), dossier["steps"].as_array().unwrap().len());
    let status = app.holder(&receipt.secret).status(&receipt.code).is(200);
    assert_eq!(status.at("/stage"), "returned");
}

/// Log, chain and query tables agree.
pub(super) fn verified(app: &TestApp) {
    assert_eq!(app.findings(), Vec::<String>::new());
}
