//! Every operation of the API, with a dossier that is ready for it, whoever may carry it out, and a body that fits.

use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{CERTIFICATE, Call, Client, PASSWORD, Receipt, Submission, TestApp, WARD, username};
use testkit::province::staff;

/// An operation, named as the OpenAPI document names it.
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    needs: Needs,
    by: By,
}

/// How far the ward's dossier must have come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Needs {
    Nothing,
    Submitted,
    /// Accepted, and the officers' step lies open.
    AtTheOfficers,
    /// The head's step lies open.
    AtTheHead,
    Decided,
    Returned,
}

/// Who may carry it out at the ward.
#[derive(Clone, Copy)]
enum By {
    Anyone,
    Role(Role),
    Holder,
}

/// An operation that is ready to be carried out.
pub(super) struct Ready {
    operation: &'static Operation,
    /// The dossier it is about.
    pub(super) dossier: Option<Receipt>,
    /// Its address.
    pub(super) path: String,
    /// A body that fits.
    pub(super) body: Option<Value>,
}

const fn operation(method: &'static str, path: &'static str, needs: Needs, by: By) -> Operation {
    Operation { method, path, needs, by }
}

const CLERK: By = By::Role(Role::Clerk);
const OFFICER: By = By::Role(Role::Officer);
const LEADER: By = By::Role(Role::Leader);
const HEAD: By = By::Role(Role::Head);

/// All of them.
pub(super) static ALL: [Operation; 28] = [
    operation("GET", "/healthz", Needs::Nothing, By::Anyone),
    operation("GET", "/readyz", Needs::Nothing, By::Anyone),
    operation("GET", "/metrics", Needs::Nothing, By::Anyone),
    operation("GET", "/api/docs", Needs::Nothing, By::Anyone),
    operation("GET", "/api/openapi.json", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/agencies", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/procedures", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/procedures/{code}", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/status/{code}", Needs::AtTheOfficers, By::Anyone),
    operation("POST", "/api/v1/sessions", Needs::Nothing, By::Anyone),
    operation("POST", "/api/v1/sessions/refresh", Needs::Nothing, By::Anyone),
    operation("DELETE", "/api/v1/sessions/current", Needs::Nothing, CLERK),
    operation("GET", "/api/v1/me", Needs::Nothing, CLERK),
    operation("GET", "/api/v1/staff", Needs::Nothing, CLERK),
    operation("GET", "/api/v1/dossiers", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/events", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/sheet", Needs::AtTheOfficers, CLERK),
    operation("POST", "/api/v1/dossiers", Needs::Nothing, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/acceptance", Needs::Submitted, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/refusal", Needs::Submitted, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/withdrawal", Needs::AtTheOfficers, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/assignment", Needs::AtTheOfficers, LEADER),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/done", Needs::AtTheOfficers, OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/send-back", Needs::AtTheOfficers, OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/result", Needs::AtTheHead, HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/return", Needs::Decided, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/rating", Needs::Returned, By::Holder),
];

impl Operation {
    /// Its name: method and path.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether it is about one dossier.
    pub(super) fn is_on_a_dossier(&self) -> bool {
        self.path.contains("{ref}")
    }

    /// Ready to be carried out, on a dossier of its own.
    pub(super) fn ready(&'static self, app: &TestApp) -> Ready {
        let dossier = dossier(app, self.needs);
        let path = self.address(dossier.as_ref());
        Ready { operation: self, path, body: self.body(app), dossier }
    }

    fn address(&self, dossier: Option<&Receipt>) -> String {
        let id = dossier.map(|dossier| dossier.id.as_str()).unwrap_or_default();
        let code = dossier.map_or(CERTIFICATE, |dossier| dossier.code.as_str());
        let path = self.path.replace("{ref}", id).replace("{code}", code).replace("{step}", "tra-cuu");
        if self.path.ends_with("/staff") { path + "?role=officer" } else { path }
    }

    fn body(&self, app: &TestApp) -> Option<Value> {
        let last = self.path.rsplit('/').next().unwrap_or_default();
        let paper = json!({ "number": "15/XN", "date": "2026-11-18", "title": "Giấy xác nhận" });
        let body = match last {
            "sessions" => json!({ "username": username(Role::Clerk, WARD), "password": PASSWORD }),
            "refresh" => json!({ "refresh_token": session(app) }),
            "dossiers" => Submission::complete(&app.nobody(), CERTIFICATE).body,
            "acceptance" => json!({}),
            "refusal" => json!({ "ground": "khong-thuoc-tham-quyen", "explanation": "Cư trú nơi khác" }),
            "withdrawal" => json!({ "reason": "Không còn nhu cầu" }),
            "assignment" => json!({ "officer": staff(Role::Officer, WARD).user.0 }),
            "done" => json!({ "note": "đủ điều kiện", "outcome": "grant" }),
            "send-back" => json!({ "to": "tiep-nhan", "reason": "Thiếu chữ ký" }),
            "result" => json!({ "kind": "granted", "paper": paper, "reasons": "" }),
            "return" => json!({ "to": "Trần Văn Nhận", "identity": "056099009999", "channel": "counter" }),
            _ => json!({ "score": 5, "comment": "Nhanh gọn" }),
        };
        (self.method == "POST").then_some(body)
    }
}

impl Ready {
    /// The request as `client` makes it.
    pub(super) fn call<'a>(&self, client: &'a Client) -> Call<'a> {
        let call = client.call(self.operation.method, &self.path);
        self.body.iter().fold(call, Call::json)
    }

    /// Who may carry it out.
    pub(super) fn rightful(&self, app: &TestApp) -> Client {
        match self.operation.by {
            By::Anyone => app.nobody(),
            By::Role(role) => app.someone(role, WARD),
            By::Holder => (*app.holder(self.secret())).clone(),
        }
    }

    /// The secret of the dossier it is about.
    pub(super) fn secret(&self) -> &str {
        self.dossier.as_ref().map(|dossier| dossier.secret.as_str()).unwrap_or_default()
    }
}

/// A dossier of the ward that has come so far.
fn dossier(app: &TestApp, needs: Needs) -> Option<Receipt> {
    let clerk = app.clerk(WARD);
    if needs <= Needs::Submitted {
        let unaccepted = |id| Receipt { id, code: String::new(), secret: String::new() };
        return (needs == Needs::Submitted).then(|| unaccepted(clerk.submit(CERTIFICATE)));
    }
    let receipt = clerk.take_in(CERTIFICATE);
    let code = &receipt.code;
    let acts: [(Needs, &dyn Fn()); 4] = [
        (Needs::AtTheOfficers, &|| drop(clerk.done(code, "tiep-nhan").is(200))),
        (Needs::AtTheHead, &|| drop(app.officer().done(code, "tra-cuu").is(200))),
        (Needs::Decided, &|| drop(app.head().grant(code).is(200))),
        (Needs::Returned, &|| drop(clerk.hand_over(code).is(200))),
    ];
    acts.iter().filter(|(stage, _)| *stage <= needs).for_each(|(_, act)| act());
    Some(receipt)
}

/// The refresh token of a new session.
fn session(app: &TestApp) -> String {
    let credentials = json!({ "username": username(Role::Clerk, WARD), "password": PASSWORD });
    app.nobody().post("sessions", &credentials).is(201).text_at("/refresh_token")
}

testkit::on_both_databases! {
    fn every_operation_of_the_document_is_listed_here_and_can_be_carried_out(db: &testkit::db::TestDb) {
        let app = TestApp::on(db);
        let document = app.nobody().get("/api/openapi.json").is(200).json();
        let mut documented = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            documented.extend(
                item.as_object().unwrap().keys().map(|method| format!("{} {path}", method.to_uppercase())),
            );
        }
        let mut listed: Vec<String> = ALL.iter().map(Operation::name).collect();
        documented.sort_unstable();
        listed.sort_unstable();
        assert_eq!(documented, listed);
        for operation in &ALL {
            let ready = operation.ready(&app);
            let answer = ready.call(&ready.rightful(&app)).send();
            assert!(matches!(answer.status, 200 | 201 | 204), "{}: {}", operation.name(), answer.text);
        }
    }
}
