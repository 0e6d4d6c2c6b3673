use super::drafting::{Drafting, Open, address, open};
use crate::app::App;
use crate::http::Problem;
use crate::pages::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, web};
use front::{Fault, Link, Markup, Typed, button, html, link, pairs};

/// Everything that was written, to be looked at once more before it is sent.
#[get("/nop/{draft}/kiem-tra")]
pub(crate) async fn check(
    app: web::Data<App>,
    visit: Visit,
    drafting: Drafting,
) -> Result<HttpResponse, Problem> {
    let open = open(app, drafting).await?;
    let faults = open.faults(visit.lang);
    Ok(page(&visit, StatusCode::OK, &open, &faults))
}

/// The answers, with links to change them; what is missing stands above, and then nothing can be sent.
pub(super) fn page(visit: &Visit, status: StatusCode, open: &Open, faults: &[Fault]) -> HttpResponse {
    let mut frame = open.frame(visit, visit.say("Kiểm tra trước khi gửi", "Check before you send"));
    frame.is_faulty = !faults.is_empty();
    let page = address(open.draft.id);
    let change = |part: &str, what: &'static str| link(&Link::new(format!("{page}/{part}"), what));
    visit.show_as(status, &frame, &html! {
        h1 { (frame.title) }
        (missing(visit, &page, faults))
        p.lead { (open.version.name()) }
        h2 { (visit.say("Thông tin của bạn", "Your details")) }
        (person(visit, &open.typed))
        p { (change("nguoi-nop", visit.say("Sửa thông tin của bạn", "Change your details"))) }
        h2 { (visit.say("Giấy tờ", "Papers")) }
        (papers(visit, open))
        p { (change("giay-to", visit.say("Sửa giấy tờ", "Change the papers"))) }
        @if faults.is_empty() {
            p { (visit.say("Khi gửi, bạn cam đoan những điều trên là đúng.", "By sending it you declare that this is true.")) }
            (visit.form(Typed::default()).to(&format!("{page}/gui"), &button(visit.say("Gửi hồ sơ", "Send the dossier"))))
        }
    })
}

fn missing(visit: &Visit, page: &str, faults: &[Fault]) -> Markup {
    let part = |fault: &Fault| {
        let is_paper = fault.name.as_ref().is_some_and(|name| name.starts_with("/components"));
        format!("{page}/{}", if is_paper { "giay-to" } else { "nguoi-nop" })
    };
    html! {
        @if !faults.is_empty() {
            div.errors role="alert" {
                h2 { (visit.say("Còn thiếu, chưa gửi được", "Not complete yet")) }
                ul { @for fault in faults { li { a href=(part(fault)) { (fault.text) } } } }
            }
        }
    }
}

fn person(visit: &Visit, typed: &Typed) -> Markup {
    let said = |name: &str| html! { (typed.get(name).unwrap_or_default()) };
    pairs(&[
        (visit.say("Họ và tên", "Name"), said("/applicant/name:text")),
        (visit.say("Số định danh", "Identity number"), said("/applicant/identity")),
        (visit.say("Điện thoại", "Phone"), said("/applicant/phone")),
        (visit.say("Thư điện tử", "E-mail"), said("/applicant/email")),
        (visit.say("Địa chỉ", "Address"), said("/applicant/address")),
        (visit.say("Nội dung đề nghị", "What you ask for"), said("/request")),
    ])
}

fn papers(visit: &Visit, open: &Open) -> Markup {
    let components = open.version.components_of(&open.draft.case).enumerate();
    let row = |place: usize, code: &str| {
        let at = |field: &str| open.typed.get(&format!("/components/{place}/{field}")).unwrap_or_default();
        let is_there = at("component") == code;
        match (is_there, at("file").is_empty(), at("paper_only_reason")) {
            (false, ..) => visit.say("không nộp", "not handed in").to_owned(),
            (true, false, _) => visit.say("có tệp", "with a file").to_owned(),
            (true, true, reason) => format!("{}: {reason}", visit.say("bản giấy", "on paper")),
        }
    };
    html! { ul { @for (place, component) in components { li { (component.name) ": " strong { (row(place, component.code.as_str())) } } } } }
}
