//! Every operation of the API, with a dossier that is ready for it, whoever may carry it out, and a body that fits.

use super::prepared::{Needs, dossier, latest_lawful};
use files::{Kind, samples};
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::upload::file_part;
use testkit::app::{
    CERTIFICATE, Call, Client, PASSWORD, PERSONAL, POLICE, Receipt, Submission, TestApp, WARD, username,
};
use testkit::province::staff;

/// An operation, named as the OpenAPI document names it.
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    needs: Needs,
    by: By,
}

/// Who may carry it out: at the ward, or at its police, where they work on the dossier too.
#[derive(Clone, Copy)]
enum By {
    Anyone,
    Role(Role),
    Police(Role),
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
const POLICE_OFFICER: By = By::Police(Role::Officer);
const POLICE_HEAD: By = By::Police(Role::Head);

/// All of them.
pub(super) static ALL: [Operation; 66] = [
    operation("GET", "/healthz", Needs::Nothing, By::Anyone),
    operation("GET", "/readyz", Needs::Nothing, By::Anyone),
    operation("GET", "/metrics", Needs::Nothing, By::Anyone),
    operation("GET", "/api/docs", Needs::Nothing, By::Anyone),
    operation("GET", "/api/openapi.json", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/agencies", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/procedures", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/procedures/{code}", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/procedures/{code}/picture.svg", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/status/{code}", Needs::AtTheOfficers, By::Anyone),
    operation("GET", "/api/v1/status/{code}/picture.svg", Needs::AtTheOfficers, By::Holder),
    operation("POST", "/api/v1/sessions", Needs::Nothing, By::Anyone),
    operation("POST", "/api/v1/sessions/refresh", Needs::Nothing, By::Anyone),
    operation("DELETE", "/api/v1/sessions/current", Needs::Nothing, CLERK),
    operation("GET", "/api/v1/me", Needs::Nothing, CLERK),
    operation("GET", "/api/v1/staff", Needs::Nothing, CLERK),
    operation("GET", "/api/v1/dossiers", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/events", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/sheet", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/picture.svg", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/letters", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/letters/{kind}.pdf", Needs::AtTheOfficers, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/files", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/files/{id}", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/register.pdf", Needs::AtTheOfficers, CLERK),
    operation("GET", "/api/v1/verify/{letter}", Needs::Issued, By::Anyone),
    operation("GET", "/api/v1/tasks", Needs::Untold, CLERK),
    operation("POST", "/api/v1/tasks/{task}/settlement", Needs::Untold, CLERK),
    operation("GET", "/api/v1/reports/sms/{key}", Needs::Nothing, By::Anyone),
    operation("POST", "/api/v1/feedback", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/feedback", Needs::Nothing, By::Anyone),
    operation("GET", "/api/v1/feedback/{feedback}", Needs::Nothing, CLERK),
    operation("POST", "/api/v1/feedback/{feedback}/answer", Needs::Nothing, CLERK),
    operation("POST", "/api/v1/dossiers", Needs::Nothing, CLERK),
    operation("GET", "/api/v1/approvals", Needs::Proposed, HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/guidance", Needs::Submitted, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/completion", Needs::Submitted, By::Holder),
    operation("POST", "/api/v1/dossiers/{ref}/contact", Needs::AtTheOfficers, By::Holder),
    operation("POST", "/api/v1/dossiers/{ref}/acceptance", Needs::Submitted, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/refusal", Needs::Submitted, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/withdrawal", Needs::AtTheOfficers, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/assignment", Needs::AtTheOfficers, LEADER),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/done", Needs::AtTheOfficers, OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/send-back", Needs::AtTheOfficers, OFFICER),
    operation(
        "POST",
        "/api/v1/dossiers/{ref}/legs/{leg}/receipt",
        Needs::SideBySide,
        By::Police(Role::Clerk),
    ),
    operation("POST", "/api/v1/dossiers/{ref}/legs/{leg}/paper", Needs::SideBySide, POLICE_OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/legs/{leg}/return", Needs::SideBySide, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/consultations", Needs::AtTheOfficers, OFFICER),
    operation(
        "POST",
        "/api/v1/dossiers/{ref}/consultations/{number}/reply",
        Needs::ConsultedThePolice,
        POLICE_OFFICER,
    ),
    operation("POST", "/api/v1/dossiers/{ref}/supplement-request", Needs::AtTheOfficers, OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/supplement-request/needs", Needs::Gathering, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/supplement-request/issue", Needs::Gathered, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/supplement", Needs::AwaitingSupplement, By::Holder),
    operation("POST", "/api/v1/dossiers/{ref}/closing", Needs::NotSupplemented, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/payment-request", Needs::AtTheOfficers, OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/payment", Needs::AwaitingPayment, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/reschedule", Needs::AtTheOfficers, OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/reschedule/endorsement", Needs::HeldUpByThePolice, POLICE_HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/reschedule/approval", Needs::Proposed, HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/reschedule/rejection", Needs::Proposed, HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/apology-dispatch", Needs::Rescheduled, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/belated-apology", Needs::Overdue, HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/result", Needs::AtTheHead, HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/return", Needs::Decided, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/rating", Needs::Returned, By::Holder),
];

/// The same on a bundle that lies with the ward's police: what is theirs to do, and what is the lead's alone.
pub(super) static ON_A_BUNDLE: [Operation; 12] = [
    operation("GET", "/api/v1/dossiers/{ref}", Needs::SideBySide, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/events", Needs::SideBySide, CLERK),
    operation("GET", "/api/v1/dossiers/{ref}/sheet", Needs::SideBySide, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/assignment", Needs::SideBySide, POLICE_HEAD),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/done", Needs::SideBySide, POLICE_OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/steps/{step}/send-back", Needs::SideBySide, POLICE_OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/consultations", Needs::SideBySide, POLICE_OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/supplement-request", Needs::SideBySide, POLICE_OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/payment-request", Needs::SideBySide, POLICE_OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/reschedule", Needs::SideBySide, POLICE_OFFICER),
    operation("POST", "/api/v1/dossiers/{ref}/withdrawal", Needs::SideBySide, CLERK),
    operation("POST", "/api/v1/dossiers/{ref}/return", Needs::Collected, CLERK),
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
        let path = self.address(app, dossier.as_ref());
        Ready { operation: self, path, body: self.body(app, dossier.as_ref()), dossier }
    }

    fn address(&self, app: &TestApp, dossier: Option<&Receipt>) -> String {
        let id = dossier.map(|dossier| dossier.id.as_str()).unwrap_or_default();
        let code = dossier.map_or(CERTIFICATE, |dossier| dossier.code.as_str());
        let path = self.path.replace("{ref}", id).replace("{code}", code).replace("{step}", self.step());
        let leg = if path.ends_with("/return") { "khai-sinh" } else { "thuong-tru" };
        let path = path.replace("{leg}", leg).replace("{number}", "1");
        let path = path.replace("{kind}", "receipt").replace("{letter}", "ABCD-EFGH-JKMN");
        let path =
            path.replace("{key}", &format!("{}?reference={}&state=1", app.report_key(), uuid::Uuid::nil()));
        let path = if path.contains("{task}") { path.replace("{task}", &task(app, dossier)) } else { path };
        let path = if path.contains("{id}") { path.replace("{id}", &file(app, dossier)) } else { path };
        let path = if path.contains("{feedback}") { path.replace("{feedback}", &raised(app)) } else { path };
        if self.path.ends_with("/register.pdf") {
            return path + "?from=2026-11-01&until=2026-11-30";
        }
        if self.path.ends_with("/staff") { path + "?role=officer" } else { path }
    }

    /// The step that the officers hold.
    fn step(&self) -> &'static str {
        if self.is_on_a_bundle() { "tham-tra-cu-tru" } else { "tra-cuu" }
    }

    fn is_on_a_bundle(&self) -> bool {
        matches!(self.needs, Needs::SideBySide)
    }

    /// The agency whose officers hold it.
    fn holding(&self) -> &'static str {
        if self.is_on_a_bundle() { POLICE } else { WARD }
    }

    fn body(&self, app: &TestApp, dossier: Option<&Receipt>) -> Option<Value> {
        let dossier = dossier.map(|dossier| dossier.id.as_str()).unwrap_or_default();
        let last = self.path.rsplit('/').next().unwrap_or_default();
        let paper = json!({ "number": "15/XN", "date": "2026-11-18", "title": "Giấy xác nhận" });
        let body = match last {
            "sessions" => json!({ "username": username(Role::Clerk, WARD), "password": PASSWORD }),
            "refresh" => json!({ "refresh_token": session(app) }),
            "dossiers" => Submission::complete(&app.nobody(), CERTIFICATE).body,
            "guidance" => json!({ "items": [unreadable()] }),
            "completion" | "supplement" => json!({ "components": [original()] }),
            "acceptance" | "closing" | "approval" | "receipt" | "issue" | "endorsement" => json!({}),
            "needs" => json!({ "items": [unstamped()] }),
            "paper" => json!({ "kind": "granted", "paper": paper, "reasons": "" }),
            "consultations" => json!({
                "step": self.step(), "agency": "H32.05", "question": "Có trong quy hoạch không?",
                "due": app.next_open(time::Duration::days(2)),
            }),
            "reply" => json!({ "reply": "Không trong quy hoạch" }),
            "supplement-request" if self.is_on_a_bundle() => json!({ "items": [unstamped()] }),
            "supplement-request" => json!({ "items": [unreadable()] }),
            "payment-request" => json!({ "amount": 150_000, "purpose": "Lệ phí" }),
            "payment" => json!({ "receipt": "BL-0001" }),
            "reschedule" => json!({
                "reason": "Phải xác minh", "apology": "Xin lỗi và hẹn lại.",
                "new_appointment": latest_lawful(&app.agency(self.holding()).officer(), dossier),
            }),
            "rejection" => json!({ "reason": "Còn kịp" }),
            "belated-apology" => json!({
                "reason": "Cán bộ nghỉ ốm", "apology": "Xin lỗi vì trễ hẹn.",
                "expected": app.next_open(time::Duration::days(2)),
            }),
            "refusal" => json!({ "ground": "khong-thuoc-tham-quyen", "explanation": "Cư trú nơi khác" }),
            "feedback" => complaint(),
            "answer" => json!({ "published_question": "Phải chờ lâu", "answer": "Đã mở thêm một quầy" }),
            "settlement" => json!({ "how": "Gọi điện" }),
            "apology-dispatch" => json!({ "how": "Trao tận tay" }),
            "contact" => json!({ "notify": { "sms": true, "each_step": true } }),
            "withdrawal" => json!({ "reason": "Không còn nhu cầu" }),
            "assignment" => json!({ "officer": staff(Role::Officer, self.holding()).user.0 }),
            "done" => json!({ "note": "đủ điều kiện", "outcome": "grant" }),
            "send-back" => json!({
                "to": if self.is_on_a_bundle() { "dang-ky" } else { "tiep-nhan" }, "reason": "Thiếu chữ ký",
            }),
            "result" => json!({ "kind": "granted", "paper": paper, "reasons": "" }),
            "return" => json!({ "to": "Trần Văn Nhận", "identity": "056099009999", "channel": "counter" }),
            _ => json!({ "score": 5, "comment": "Nhanh gọn" }),
        };
        (self.method == "POST" && last != "files").then_some(body)
    }
}

impl Ready {
    /// The request as `client` makes it.
    pub(super) fn call<'a>(&self, client: &'a Client) -> Call<'a> {
        let call = client.call(self.operation.method, &self.path);
        if self.operation.name().ends_with("POST /api/v1/dossiers/{ref}/files") {
            return call.parts(&[file_part("đơn.pdf", &samples::of(Kind::Pdf))]);
        }
        self.body.iter().fold(call, Call::json)
    }

    /// Who may carry it out.
    pub(super) fn rightful(&self, app: &TestApp) -> Client {
        match self.operation.by {
            By::Anyone => app.nobody(),
            By::Role(role) => app.someone(role, WARD),
            By::Police(role) => app.someone(role, POLICE),
            By::Holder => (*app.holder(self.secret())).clone(),
        }
    }

    /// The secret of the dossier it is about.
    pub(super) fn secret(&self) -> &str {
        self.dossier.as_ref().map(|dossier| dossier.secret.as_str()).unwrap_or_default()
    }
}

/// The ward's task about this dossier.
fn task(app: &TestApp, dossier: Option<&Receipt>) -> String {
    let open = app.clerk(WARD).get("tasks").is(200).at("/items");
    let of = |task: &&Value| dossier.is_some_and(|dossier| task["dossier"] == dossier.id.as_str());
    open.as_array().unwrap().iter().find(of).expect("a task")["id"].as_str().unwrap().to_owned()
}

/// A file that its applicant has added.
fn file(app: &TestApp, dossier: Option<&Receipt>) -> String {
    let Receipt { id, secret, .. } = dossier.expect("a dossier");
    app.holder(secret).add_file(id, "đơn.pdf", &samples::of(Kind::Pdf)).is(201).text_at("/0/id")
}

/// The number of something that was raised with the ward.
fn raised(app: &TestApp) -> String {
    app.nobody().post("feedback", &complaint()).is(201).text_at("/number")
}

/// What somebody complains of, with a name and a phone that are nobody else's business.
pub(super) fn complaint() -> Value {
    let [name, _, phone, ..] = PERSONAL;
    json!({ "agency": WARD, "question": "Tôi phải chờ hai giờ tại quầy", "name": name, "phone": phone })
}

/// What a person sees in the one document of a certificate.
pub(super) fn unreadable() -> Value {
    json!({ "component": "to-khai", "fault": "unreadable", "note": "Chụp lại cho rõ" })
}

/// What a person sees in a document of a bundle.
pub(super) fn unstamped() -> Value {
    json!({ "component": "giay-chung-sinh", "fault": "not_valid", "note": "Chưa đóng dấu" })
}

/// The document, brought anew.
fn original() -> Value {
    json!({ "component": "to-khai", "form": "original", "copies": 1, "paper_only_reason": "Bản giấy để thử" })
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
