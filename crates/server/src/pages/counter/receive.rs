use super::known::{KnownOut, known};
use super::taken::{Taken, already_taken, checked, taken};
use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::handlers::catalogue::procedures::Wanted as Listed;
use crate::http::{Line, Problem, Query};
use crate::pages::dossier::rows::{components, proposed, ticked};
use crate::pages::words::applicant_kinds;
use crate::pages::{By, Sent, Visit, WithFiles, faults, see, uploads};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, get, post, web};
use catalog::{Channel, Version};
use front::{Choice, Fault, Field, Form, Link, Markup, Typed, html};
use kernel::{AgencyCode, CaseCode, DossierId, ProcedureCode, Staff};
use serde::Deserialize;
use std::sync::Arc;
use store::catalogue;

/// Which case.
#[derive(Debug, Deserialize)]
pub(crate) struct Chosen {
    #[serde(rename = "truong-hop")]
    case: Line<64>,
}

/// Whose number.
#[derive(Debug, Deserialize)]
pub(crate) struct Number {
    so: Line<32>,
}

/// Where a case of a procedure is received.
pub(super) fn address(procedure: &str, case: &str) -> String {
    format!("/quay/nhan/{procedure}?truong-hop={case}")
}

/// The procedures that may be received, each case a link.
#[get("/quay/nhan")]
pub(crate) async fn choose(
    app: web::Data<App>,
    by: By<Clerk>,
    wanted: Query<Listed>,
) -> Result<HttpResponse, Problem> {
    let agency = by.right.0.agency.clone();
    let found = blocking(app, move |app| received_by(app, &agency, &wanted.0)).await?;
    let mut frame = by.visit.frame("Nhận hồ sơ");
    frame.back = Some(Link::new("/quay", "Quầy tiếp nhận"));
    Ok(by.visit.show(&frame, &html! {
        h1 { "Chọn thủ tục" }
        @if found.is_empty() { p.nothing { "Không có thủ tục nào như vậy ở quầy này." } }
        @for version in &found {
            h2 { (version.name()) }
            ul { @for case in &version.content().cases { li { a href=(address(version.code().as_str(), case.code.as_str())) { (case.name) } } } }
        }
        @if found.len() == MOST { p { "Chỉ hiện " (MOST) " thủ tục. Nếu chưa thấy, hãy quay lại và gõ thêm vào ô tìm." } }
    }))
}

/// So many are shown at most.
const MOST: usize = 50;

/// What an agency receives of what was looked for.
fn received_by(app: &App, agency: &AgencyCode, wanted: &Listed) -> Result<Vec<Arc<Version>>, Problem> {
    let (q, field) = (wanted.q.as_ref().map(Line::as_str), wanted.field.as_ref().map(Line::as_str));
    let all = app.store.read(|db| catalogue::published(db, q, field, None, i64::MAX))?;
    let mut found = Vec::new();
    for code in all.iter().filter_map(|line| line.code.parse::<ProcedureCode>().ok()) {
        found.extend(app.directory.current(&code)?.filter(|version| version.is_received_by(agency)));
        if found.len() == MOST {
            break;
        }
    }
    Ok(found)
}

/// The form with which a dossier is received: applicant, components, all on one page.
#[get("/quay/nhan/{procedure}")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: By<Clerk>,
    procedure: web::Path<String>,
    chosen: Query<Chosen>,
) -> Result<HttpResponse, Problem> {
    let (version, case) =
        blocking(app, move |app| published(app, &procedure, chosen.0.case.as_str())).await?;
    let typed = Typed::default().with("/applicant/kind", "citizen").with("/request", version.name());
    let typed = proposed(typed, version.components_of(&case));
    Ok(page(&by.visit, StatusCode::OK, &version, &case, &by.visit.form_for_new(typed, None)))
}

/// Receives it: takes it down, and accepts it at once where nothing is missing and the clerk wants that. Otherwise it leads to
/// the dossier, with what is missing.
#[post("/quay/nhan/{procedure}")]
pub(crate) async fn receive(
    app: web::Data<App>,
    procedure: web::Path<String>,
    chosen: Query<Chosen>,
    WithFiles(by, mut sent): WithFiles<By<Clerk>>,
) -> Result<HttpResponse, Problem> {
    let (staff, future) = (by.right.0.clone(), sent.future);
    let (version, case, outcome, typed) = blocking(app, move |app| {
        let (version, case) = published(app, &procedure, chosen.0.case.as_str())?;
        let outcome = became(app, &staff, &version, &case, &mut sent);
        Ok((version, case, outcome, sent.typed))
    })
    .await?;
    let again = |status, form: Form| Ok(page(&by.visit, status, &version, &case, &form));
    match outcome {
        Ok(Taken::Accepted(id)) => {
            Ok(see(&format!("{}?xong=acceptance", crate::pages::dossier::address(id.0))))
        }
        Ok(Taken::Submitted(id)) => Ok(see(&crate::pages::dossier::address(id.0))),
        Ok(Taken::Recalled(person)) => {
            again(StatusCode::OK, by.visit.form_for_new(recalled(typed, person), future))
        }
        Ok(Taken::Faulty(faults)) => {
            let form = Form { faults, ..by.visit.form_for_new(typed, future) };
            again(StatusCode::UNPROCESSABLE_ENTITY, form)
        }
        Ok(Taken::Used) => {
            let form = Form { faults: vec![used()], ..by.visit.form_for_new(without_files(typed), None) };
            again(StatusCode::CONFLICT, form)
        }
        Err(problem @ (Problem::Input(_) | Problem::Broken(_) | Problem::Changed | Problem::Away(_))) => {
            let faults = faults(&problem, by.visit.lang);
            again(problem.status_code(), Form { faults, ..by.visit.form_for_new(typed, future) })
        }
        Err(problem) => Err(problem),
    }
}

/// The scans are the future dossier's, and needn't be chosen again where something else is wrong.
fn became(
    app: &App,
    by: &Staff,
    version: &Version,
    case: &CaseCode,
    sent: &mut Sent,
) -> Result<Taken, Problem> {
    let future = sent.future.map(DossierId).ok_or(Problem::Unsealed)?;
    if let Some(taken) = already_taken(app, by, future, &sent.terms)? {
        return Ok(taken);
    }
    uploads::put(app, future, Some(by.user), sent)?;
    ticked(&mut sent.typed, version.components_of(case));
    if sent.typed.get("tim").is_some() {
        return known(app, by, sent.typed.get("/applicant/identity").unwrap_or_default())
            .map(Taken::Recalled);
    }
    taken(app, by, version, case, sent.clone())
}

fn used() -> Fault {
    let text = "Biểu mẫu này đã dùng để nhận một hồ sơ khác. Hãy xem lại nội dung, chọn lại tệp rồi gửi.";
    Fault { name: None, text: text.to_owned() }
}

/// Files that were put away belong to the dossier that the form was used for.
fn without_files(mut typed: Typed) -> Typed {
    typed.0.retain(|(name, _)| !name.ends_with("/file"));
    typed
}

/// What is missing or wrong as it is typed so far: for the script. Nothing is taken down.
#[post("/quay/nhan/{procedure}/kiem-tra")]
pub(crate) async fn check(
    app: web::Data<App>,
    by: By<Clerk>,
    procedure: web::Path<String>,
    chosen: Query<Chosen>,
    mut sent: Sent,
) -> Result<HttpResponse, Problem> {
    let found = blocking(app, move |app| {
        let (version, case) = published(app, &procedure, chosen.0.case.as_str())?;
        ticked(&mut sent.typed, version.components_of(&case));
        checked(&version, &case, sent)
    });
    let found = match found.await {
        Err(problem @ Problem::Input(_)) => faults(&problem, by.visit.lang),
        found => found?,
    };
    let told = html! { ul { @for fault in &found { li { (fault.text) } } } };
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(told.into_string()))
}

/// Who it is that has this number, if they have been at this agency before: for the script.
#[get("/quay/nguoi-nop")]
pub(crate) async fn recall(
    app: web::Data<App>,
    by: By<Clerk>,
    number: Query<Number>,
) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let person = blocking(app, move |app| known(app, &staff, number.0.so.as_str())).await?;
    Ok(HttpResponse::Ok().json(person))
}

fn published(app: &App, procedure: &str, case: &str) -> Result<(Arc<Version>, CaseCode), Problem> {
    let procedure: ProcedureCode = procedure.parse().map_err(|_| Problem::NotFound)?;
    let version = app.directory.current(&procedure)?.ok_or(Problem::NotFound)?;
    let case: CaseCode = case.parse().map_err(|_| Problem::NotFound)?;
    version.case(&case).ok_or(Problem::NotFound)?;
    Ok((version, case))
}

/// What is known of somebody takes the place of what was typed.
fn recalled(mut typed: Typed, person: Option<KnownOut>) -> Typed {
    for (name, value) in person.into_iter().flat_map(KnownOut::fields) {
        typed.set(name, value);
    }
    typed
}

fn page(visit: &Visit, status: StatusCode, version: &Version, case: &CaseCode, form: &Form) -> HttpResponse {
    let mut frame = visit.frame(format!("Nhận hồ sơ: {}", version.name()));
    frame.back = Some(Link::new("/quay", "Quầy tiếp nhận"));
    let address = address(version.code().as_str(), case.as_str());
    visit.show_form(status, &frame, form, &html! { h1 { (version.name()) }
        @if let Some(case) = version.case(case) { @if version.content().cases.len() > 1 { p.lead { (case.name) } } }
        p.faint { "Thời hạn: " (version.time_of(case).vietnamese()) }
        (form.with_files_to(&address, &html! {
            // What Enter does in a field is what the first button does.
            button.unseen type="submit" name="tiep-nhan" value="1" tabindex="-1" aria-hidden="true" {}
            div.columns {
                div { (applicant(form)) }
                div { h2 { "Giấy tờ" } (components(form, version.components_of(case), form.lang)) (channel(form, version)) }
            }
            div.found data-check=(format!("/quay/nhan/{}/kiem-tra?truong-hop={case}", version.code())) data-ended=(ENDED) aria-live="polite" {}
            button type="submit" name="tiep-nhan" value="1" { "Kiểm tra và tiếp nhận" }
            button.second type="submit" { "Chỉ ghi nhận để hướng dẫn" }
        }))
    })
}

/// Said by the script, where a check finds nobody signed in.
const ENDED: &str = "Phiên làm việc đã kết thúc: nội dung ở trang này chưa được ghi nhận. Hãy đăng nhập lại rồi nhận lại hồ sơ.";

fn applicant(form: &Form) -> Markup {
    let field = |name: &'static str, label: &'static str| Field::new(form, name, label);
    html! {
        h2 { "Người nộp" }
        div.row data-recall="/quay/nguoi-nop" {
            (field("/applicant/identity", "Số định danh hoặc mã số doanh nghiệp").max(32).digits().first().line())
            button.second type="submit" name="tim" value="1" { "Tìm người đã nộp" }
        }
        (field("/applicant/name:text", "Họ và tên, hoặc tên tổ chức").max(200).line())
        (field("/applicant/kind", "Là").select(&applicant_kinds(form.lang)))
        (field("/applicant/phone", "Điện thoại").max(32).phone())
        (field("/applicant/email", "Thư điện tử").max(254).email())
        (field("/applicant/address", "Địa chỉ").max(500).line())
        (field("/request", "Nội dung đề nghị").max(1000).text(2))
        (field("/notify/sms:bool", "Muốn nhận tin nhắn về hồ sơ").tick())
        (field("/notify/email:bool", "Muốn nhận thư điện tử về hồ sơ").tick())
        (field("/notify/each_step:bool", "Muốn được báo từng bước").tick())
    }
}

fn channel(form: &Form, version: &Version) -> Markup {
    let offered = |channel| version.content().channels.iter().any(|offer| offer.channel == channel);
    html! {
        @if offered(Channel::Counter) && offered(Channel::Post) {
            (Field::new(form, "/channel", "Nhận qua").select(&[Choice::new("counter", "Trực tiếp"), Choice::new("post", "Bưu chính")]))
        } @else if offered(Channel::Post) {
            input type="hidden" name="/channel" value="post";
        } @else {
            input type="hidden" name="/channel" value="counter";
        }
    }
}
