//! Dossiers that several agencies work on (liên thông): each agency sees and does its own part, the applicant meets one.

mod asking;
mod asking_at_once;
mod bundle;
mod by_the_lead_alone;
mod consulting;
mod dates;
mod handing_over;
mod investment;
mod land;
mod late;
mod rescheduling;
mod seeing;
mod stating;
mod told;

use super::prepared::registered;
use serde_json::{Value, json};
use testkit::app::{Agency, Client, INSURANCE, POLICE, Receipt, TestApp, WARD};

/// The other ward's police.
const COMMUNES_POLICE: &str = "G01.32.11";

/// A bundle that lies with the ward's police and the social insurance, and everyone who works on it.
pub(super) struct SideBySide<'a> {
    pub(super) ward: Agency<'a>,
    police: Agency<'a>,
    insurance: Agency<'a>,
    pub(super) receipt: Receipt,
}

impl<'a> SideBySide<'a> {
    pub(super) fn at(app: &'a TestApp) -> Self {
        let receipt = registered(app);
        Self { ward: app.agency(WARD), police: app.agency(POLICE), insurance: app.agency(INSURANCE), receipt }
    }

    pub(super) fn code(&self) -> &str {
        &self.receipt.code
    }

    /// The dossier as the lead's counter reads it.
    #[track_caller]
    fn dossier(&self) -> Value {
        dossier(&self.ward.clerk(), self.code())
    }

    /// The police do all they have to do.
    fn police_work(&self) {
        self.police.officer().done(self.code(), "tham-tra-cu-tru").is(200);
        self.police.head().record_paper(self.code(), "thuong-tru").is(200);
        self.police.head().done(self.code(), "ky-thuong-tru").is(200);
    }

    /// So does the social insurance.
    pub(super) fn insurance_works(&self) {
        self.insurance.officer().done(self.code(), "xet-the").is(200);
        self.insurance.head().record_paper(self.code(), "bao-hiem-y-te").is(200);
        self.insurance.head().done(self.code(), "ky-the").is(200);
    }
}

/// The dossier as `who` reads it.
#[track_caller]
fn dossier(who: &Client, code: &str) -> Value {
    who.get(&format!("dossiers/{code}")).is(200).json()
}

/// A leg of a dossier.
#[track_caller]
fn leg<'a>(dossier: &'a Value, code: &str) -> &'a Value {
    let legs = dossier["legs"].as_array().unwrap();
    legs.iter().find(|leg| leg["leg"] == code).unwrap_or_else(|| panic!("no leg {code}: {dossier}"))
}

/// How each leg of a dossier stands, those that others wait for first.
fn standings(dossier: &Value) -> Vec<(&str, &str)> {
    let legs = dossier["legs"].as_array().unwrap().iter();
    legs.map(|leg| (leg["leg"].as_str().unwrap(), leg["standing"].as_str().unwrap())).collect()
}

/// The steps that lie open, as shown.
fn open(dossier: &Value) -> Vec<&str> {
    let steps = dossier["steps"].as_array().unwrap().iter().filter(|step| step["ended"].is_null());
    steps.map(|step| step["step"].as_str().unwrap()).collect()
}

/// The numbers in a list of dossiers.
fn listed(who: &Client, search: &str) -> Vec<String> {
    let listed = who.get(&format!("dossiers?{search}")).is(200).json();
    listed["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap().to_owned()).collect()
}

/// The kinds of a dossier's events from a place on.
fn kinds(who: &Client, code: &str, from: usize) -> Vec<String> {
    let log = who.get(&format!("dossiers/{code}/events")).is(200).json();
    let kinds = log["items"].as_array().unwrap().iter().skip(from);
    kinds.map(|event| event["kind"].as_str().unwrap().to_owned()).collect()
}

/// Something found wanting in the certificate of birth.
fn unstamped() -> Value {
    json!([{ "component": "giay-chung-sinh", "fault": "not_valid", "note": "Chưa đóng dấu" }])
}

/// Something found wanting in the form.
fn unsigned() -> Value {
    json!([{ "component": "to-khai-lien-thong", "fault": "not_valid", "note": "Chưa ký" }])
}

/// These documents, brought anew.
fn brought(components: &[&str]) -> Value {
    let original = |component: &&str| json!({ "component": component, "form": "original", "copies": 1, "paper_only_reason": "Bản giấy để thử" });
    components.iter().map(original).collect()
}
