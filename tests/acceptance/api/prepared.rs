//! Dossiers of the ward that have come as far as an operation needs them.

use super::operations::{unreadable, unstamped};
use super::walk::moment;
use kernel::DossierId;
use serde_json::json;
use store::letters::{New, issue};
use testkit::app::{
    BIRTH, BUNDLE, CERTIFICATE, Client, INSURANCE, POLICE, Receipt, Submission, TestApp, WARD,
};
use time::Duration;
use uuid::Uuid;

/// How far the ward's dossier must have come.
#[derive(Clone, Copy)]
pub(super) enum Needs {
    Nothing,
    /// Submitted, online: its holder has had the secret from the first moment.
    Submitted,
    /// Accepted, and the officers' step lies open.
    AtTheOfficers,
    AwaitingSupplement,
    /// The same, and its 15 days are over.
    NotSupplemented,
    AwaitingPayment,
    /// A rescheduling waits for approval.
    Proposed,
    /// The same, approved; nobody was told yet.
    Rescheduled,
    Overdue,
    /// Its acceptance reached nobody.
    Untold,
    /// A letter of some dossier was issued.
    Issued,
    /// The head's step lies open.
    AtTheHead,
    Decided,
    Returned,
    /// A bundle whose birth is registered: it lies with police and insurance, and the certificate may be handed out.
    SideBySide,
    /// The same, and what all agencies need of a supplement is being gathered; ward and police haven't said.
    Gathering,
    /// The same, and all have said.
    Gathered,
    /// The same, and the police have proposed a rescheduling.
    HeldUpByThePolice,
    /// All its papers are there, and collected.
    Collected,
    /// The police were asked for their opinion.
    ConsultedThePolice,
}

/// A dossier of the ward that has come so far.
pub(super) fn dossier(app: &TestApp, needs: Needs) -> Option<Receipt> {
    match needs {
        Needs::Nothing => None,
        Needs::Issued => {
            issued(app);
            None
        }
        Needs::Untold => Some(untold(app)),
        Needs::Submitted => Some(submitted(app)),
        Needs::Overdue => {
            let receipt = app.clerk(WARD).take_in(BIRTH);
            let dossier = app.clerk(WARD).get(&format!("dossiers/{}", receipt.id)).is(200);
            app.later(moment(&dossier.text_at("/appointment/at")) - app.now() + Duration::days(1));
            Some(receipt)
        }
        Needs::SideBySide
        | Needs::Gathering
        | Needs::Gathered
        | Needs::HeldUpByThePolice
        | Needs::Collected => {
            let receipt = registered(app);
            among_agencies(app, &receipt.code, needs);
            Some(receipt)
        }
        _ => {
            let receipt = app.clerk(WARD).take_in(CERTIFICATE);
            further(app, &receipt.code, needs);
            Some(receipt)
        }
    }
}

/// A dossier whose applicant gave no address that can be used.
fn untold(app: &TestApp) -> Receipt {
    let clerk = app.clerk(WARD);
    let landline = Submission::complete(&clerk, CERTIFICATE)
        .with("/applicant/phone", "0258 3822 222")
        .with("/applicant/email", "");
    let receipt = clerk.accept(&clerk.hand_in(&landline));
    app.tell();
    receipt
}

/// A letter under a code that is known beforehand.
fn issued(app: &TestApp) {
    let new = New {
        id: Uuid::from_u128(1),
        dossier: DossierId(Uuid::from_u128(1)),
        seq: 1,
        kind: "receipt",
        agency: WARD.parse().unwrap(),
        year: 2026,
        sign: "TNHS".to_owned(),
        code: "ABCD-EFGH-JKMN".to_owned(),
        at: app.now(),
    };
    app.store().write(move |db| issue(db, &new)).unwrap();
}

fn submitted(app: &TestApp) -> Receipt {
    let online = Submission::complete(&app.nobody(), CERTIFICATE).online_at(WARD);
    let submitted = app.nobody().post("dossiers", &online.body).is(201);
    Receipt { id: submitted.text_at("/id"), code: String::new(), secret: submitted.text_at("/secret") }
}

/// From its acceptance on.
fn further(app: &TestApp, code: &str, needs: Needs) {
    let (clerk, officer, head) = (app.clerk(WARD), app.officer(), app.head());
    clerk.done(code, "tiep-nhan").is(200);
    match needs {
        Needs::AwaitingSupplement => drop(officer.request_supplement(code, &json!([unreadable()])).is(200)),
        Needs::NotSupplemented => {
            officer.request_supplement(code, &json!([unreadable()])).is(200);
            app.later(Duration::days(16));
        }
        Needs::AwaitingPayment => drop(officer.ask_payment(code).is(200)),
        Needs::Rescheduled => {
            officer.propose(code, &latest_lawful(&officer, code)).is(200);
            head.approve(code).is(200);
        }
        Needs::Proposed => drop(officer.propose(code, &latest_lawful(&officer, code)).is(200)),
        Needs::ConsultedThePolice => {
            drop(officer.consult(code, "tra-cuu", POLICE, &app.next_open(Duration::days(2))).is(201));
        }
        Needs::AtTheHead | Needs::Decided | Needs::Returned => {
            officer.done(code, "tra-cuu").is(200);
            if !matches!(needs, Needs::AtTheHead) {
                head.grant(code).is(200);
            }
            if matches!(needs, Needs::Returned) {
                clerk.hand_over(code).is(200);
            }
        }
        _ => {}
    }
}

/// A bundle with its birth registered and that paper there: it lies with police and insurance.
pub(super) fn registered(app: &TestApp) -> Receipt {
    let ward = app.agency(WARD);
    let receipt = ward.clerk().take_in(BUNDLE);
    ward.officer().record_paper(&receipt.code, "khai-sinh").is(200);
    ward.officer().done(&receipt.code, "dang-ky").is(200);
    ward.head().done(&receipt.code, "ky-khai-sinh").is(200);
    ward.clerk().done(&receipt.code, "chuyen-lien-thong").is(200);
    receipt
}

/// From then on.
fn among_agencies(app: &TestApp, code: &str, needs: Needs) {
    let (ward, police, insurance) = (app.agency(WARD), app.agency(POLICE), app.agency(INSURANCE));
    if matches!(needs, Needs::HeldUpByThePolice) {
        police.officer().propose(code, &latest_lawful(&police.officer(), code)).is(200);
    }
    if matches!(needs, Needs::Collected) {
        for (agency, leg, [first, last]) in [
            (police, "thuong-tru", ["tham-tra-cu-tru", "ky-thuong-tru"]),
            (insurance, "bao-hiem-y-te", ["xet-the", "ky-the"]),
        ] {
            agency.officer().record_paper(code, leg).is(200);
            agency.officer().done(code, first).is(200);
            agency.head().done(code, last).is(200);
        }
        ward.clerk().collect(code).is(200);
    }
    if matches!(needs, Needs::Gathering | Needs::Gathered) {
        insurance.officer().request_supplement(code, &json!([unstamped()])).is(200);
    }
    if matches!(needs, Needs::Gathered) {
        ward.clerk().state_needs(code, &json!([])).is(200);
        police.clerk().state_needs(code, &json!([])).is(200);
    }
}

/// How far this officer may reschedule it.
pub(super) fn latest_lawful(officer: &Client, dossier: &str) -> String {
    let may = officer.may(dossier);
    let reschedule = may.iter().find(|act| act["act"] == "reschedule");
    reschedule.expect("it may be rescheduled")["latest_lawful"].as_str().unwrap().to_owned()
}
