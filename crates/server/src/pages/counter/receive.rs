use super::known::{KnownOut, known};
use super::taken::{Taken, already_taken, checked, taken};
use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::handlers::catalogue::procedures::{Wanted as Listed, page as listed};
use crate::http::{Line, Problem, Query};
use crate::pages::dossier::rows::{components, proposed};
use crate::pages::{By, Sent, Visit, faults, see, uploads};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, get, post, web};
use catalog::{Channel, Version};
use front::{Choice, Field, Form, Link, Markup, Typed, html};
use kernel::{CaseCode, DossierId, ProcedureCode, Staff};
use serde::Deserialize;
use std::sync::Arc;

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
    let found = blocking(app, move |app| {
        let page = listed(app, &wanted.0)?;
        let versions = page.items.iter().filter_map(|line| line.code.parse().ok());
        let versions = versions.map(|code: ProcedureCode| app.directory.current(&code));
        let mut versions = versions.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect::<Vec<_>>();
        versions.retain(|version| version.is_received_by(&agency));
        Ok(versions)
    })
    .await?;
    let mut frame = by.visit.frame("Nhận hồ sơ");
    frame.back = Some(Link::new("/quay", "Quầy tiếp nhận"));
    Ok(by.visit.show(&frame, &html! {
        h1 { "Chọn thủ tục" }
        @if found.is_empty() { p.nothing { "Không có thủ tục nào như vậy ở quầy này." } }
        @for version in &found {
            h2 { (version.name()) }
            ul { @for case in &version.content().cases { li { a href=(address(version.code().as_str(), case.code.as_str())) { (case.name) } } } }
        }
    }))
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
    by: By<Clerk>,
    procedure: web::Path<String>,
    chosen: Query<Chosen>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (staff, future) = (by.right.0.clone(), sent.future);
    let (version, case, outcome, typed) = blocking(app, move |app| {
        let (version, case) = published(app, &procedure, chosen.0.case.as_str())?;
        let mut typed = sent.typed.clone();
        let outcome = if sent.typed.get("tim").is_some() {
            known(app, &staff, sent.typed.get("/applicant/identity").unwrap_or_default()).map(Taken::Recalled)
        } else if let Some(taken) = already_taken(app, &staff, future)? {
            Ok(taken)
        } else {
            put_away(app, &staff, sent).and_then(|sent| {
                typed = sent.typed.clone();
                taken(app, &staff, &version, &case, sent)
            })
        };
        Ok((version, case, outcome, typed))
    })
    .await?;
    match outcome {
        Ok(Taken::Accepted(id)) => {
            Ok(see(&format!("{}?xong=acceptance", crate::pages::dossier::address(id.0))))
        }
        Ok(Taken::Submitted(id)) => Ok(see(&crate::pages::dossier::address(id.0))),
        Ok(Taken::Recalled(person)) => {
            let form = by.visit.form_for_new(recalled(typed, person), future);
            Ok(page(&by.visit, StatusCode::OK, &version, &case, &form))
        }
        Ok(Taken::Faulty(faults)) => {
            let form = Form { faults, ..by.visit.form_for_new(typed, future) };
            Ok(page(&by.visit, StatusCode::UNPROCESSABLE_ENTITY, &version, &case, &form))
        }
        Err(problem @ (Problem::Input(_) | Problem::Broken(_) | Problem::Changed)) => {
            let mut form = by.visit.form_for_new(typed, future);
            form.faults = faults(&problem, &form);
            Ok(page(&by.visit, problem.status_code(), &version, &case, &form))
        }
        Err(problem) => Err(problem),
    }
}

/// What is missing or wrong as it is typed so far: for the script. Nothing is taken down.
#[post("/quay/nhan/{procedure}/kiem-tra")]
pub(crate) async fn check(
    app: web::Data<App>,
    by: By<Clerk>,
    procedure: web::Path<String>,
    chosen: Query<Chosen>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let form = by.visit.form(Typed::default());
    let found = blocking(app, move |app| {
        let (version, case) = published(app, &procedure, chosen.0.case.as_str())?;
        checked(&version, &case, sent)
    });
    let found = match found.await {
        Err(problem @ Problem::Input(_)) => faults(&problem, &form),
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

/// The scans are the future dossier's, and needn't be chosen again where something else is wrong.
fn put_away(app: &App, by: &Staff, sent: Sent) -> Result<Sent, Problem> {
    let future = sent.future.ok_or(Problem::Unsealed)?;
    uploads::put(app, DossierId(future), Some(by.user), sent)
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
        typed.0.retain(|(known, _)| known != name);
        typed = typed.with(name, value);
    }
    typed
}

fn page(visit: &Visit, status: StatusCode, version: &Version, case: &CaseCode, form: &Form) -> HttpResponse {
    let mut frame = visit.frame(format!("Nhận hồ sơ: {}", version.name()));
    frame.is_faulty = !form.faults.is_empty();
    frame.back = Some(Link::new("/quay", "Quầy tiếp nhận"));
    let address = address(version.code().as_str(), case.as_str());
    visit.show_as(status, &frame, &html! {
        (form.summary())
        h1 { (version.name()) }
        @if let Some(case) = version.case(case) { @if version.content().cases.len() > 1 { p.lead { (case.name) } } }
        p.faint { "Thời hạn: " (version.time_of(case).vietnamese()) }
        (form.with_files_to(&address, &html! {
            // What Enter does in a field is what the first button does.
            button.unseen type="submit" name="tiep-nhan" value="1" tabindex="-1" aria-hidden="true" {}
            div.columns {
                div { (applicant(form)) }
                div { h2 { "Giấy tờ" } (components(form, version.components_of(case), form.lang)) (channel(form, version)) }
            }
            div.found data-check=(format!("/quay/nhan/{}/kiem-tra?truong-hop={case}", version.code())) aria-live="polite" {}
            button type="submit" name="tiep-nhan" value="1" { "Kiểm tra và tiếp nhận" }
            button.second type="submit" { "Chỉ ghi nhận để hướng dẫn" }
        }))
    })
}

fn applicant(form: &Form) -> Markup {
    let kinds = [
        Choice::new("citizen", "Cá nhân"),
        Choice::new("enterprise", "Doanh nghiệp"),
        Choice::new("state_agency", "Cơ quan nhà nước"),
        Choice::new("organisation", "Tổ chức khác"),
    ];
    let field = |name: &'static str, label: &'static str| Field::new(form, name, label);
    html! {
        h2 { "Người nộp" }
        div.row data-recall="/quay/nguoi-nop" {
            (field("/applicant/identity", "Số định danh hoặc mã số doanh nghiệp").max(32).digits().first().line())
            button.second type="submit" name="tim" value="1" { "Tìm người đã nộp" }
        }
        (field("/applicant/name:text", "Họ và tên, hoặc tên tổ chức").max(200).line())
        (field("/applicant/kind", "Là").select(&kinds))
        (field("/applicant/phone", "Điện thoại").max(32).phone())
        (field("/applicant/email", "Thư điện tử").max(254).email())
        (field("/applicant/address", "Địa chỉ").max(500).line())
        (field("/request", "Nội dung đề nghị").max(2000).text(2))
        (field("/notify/sms:bool", "Muốn nhận tin nhắn về hồ sơ").tick())
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
