//! Submissions made from what a procedure asks for.

use super::client::Client;
use serde_json::{Value, json};

/// The personal values of every submission made here: none of them may show where it has no business.
pub const PERSONAL: [&str; 6] = [
    "Nguyễn Thị Bí Mật",
    "056090007777",
    "0905007777",
    "bi.mat@example.vn",
    "77 ngõ Kín, phường Hải Đăng",
    "Xin xác nhận để vay vốn",
];

/// A submission as it is posted.
#[derive(Debug, Clone)]
pub struct Submission {
    /// Its body.
    pub body: Value,
}

impl Submission {
    /// One that lacks nothing, for the first case of a published procedure.
    ///
    /// # Panics
    /// Where nothing is published under this code.
    #[track_caller]
    pub fn complete(client: &Client, procedure: &str) -> Self {
        let published = client.get(&format!("procedures/{procedure}")).is(200).json();
        let case = published["cases"][0]["code"].as_str().expect("a case");
        Self::for_case(&published, case)
    }

    /// One that lacks nothing, for a case of a procedure as `GET /procedures/{code}` shows it.
    ///
    /// # Panics
    /// Where that isn't such an answer.
    pub fn for_case(published: &Value, case: &str) -> Self {
        let components = published["components"].as_array().expect("components").iter();
        let asked = components.filter(|component| asked_by(component, case)).map(handed);
        let [name, identity, phone, email, address, request] = PERSONAL;
        let applicant = json!({
            "kind": "citizen", "name": name, "identity": identity, "phone": phone, "email": email,
            "address": address,
        });
        let body = json!({
            "procedure": published["code"], "case": case, "channel": channel(published),
            "applicant": applicant, "components": asked.collect::<Vec<_>>(), "request": request,
        });
        Self { body }
    }

    /// The same with another value at a JSON pointer.
    ///
    /// # Panics
    /// Where nothing stands there.
    #[must_use]
    pub fn with(mut self, pointer: &str, value: impl Into<Value>) -> Self {
        *self.body.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = value.into();
        self
    }

    /// The same without a component.
    ///
    /// # Panics
    /// Never.
    #[must_use]
    pub fn without_component(mut self, code: &str) -> Self {
        let components = self.body["components"].as_array_mut().expect("components");
        components.retain(|handed| handed["component"] != code);
        self
    }

    /// The same, handed in online at an agency.
    #[must_use]
    pub fn online_at(mut self, agency: &str) -> Self {
        self.body["channel"] = "online".into();
        self.body["agency"] = agency.into();
        self
    }
}

fn asked_by(component: &Value, case: &str) -> bool {
    let cases = component["cases"].as_array().expect("cases");
    cases.is_empty() || cases.iter().any(|asking| asking == case)
}

fn handed(component: &Value) -> Value {
    let way = &component["any_of"][0];
    json!({
        "component": component["code"], "form": way["form"], "copies": way["count"],
        "paper_only_reason": "Bản giấy để thử",
    })
}

/// At the counter where that is offered.
fn channel(published: &Value) -> Value {
    let offers = published["channels"].as_array().expect("channels");
    let at_the_counter = offers.iter().find(|offer| offer["channel"] == "counter");
    at_the_counter.unwrap_or(&offers[0])["channel"].clone()
}
