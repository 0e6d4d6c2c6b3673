use super::drafting::{Drafting, Open, address, open, read};
use crate::app::{App, blocking};
use crate::http::Problem;
use crate::pages::words::applicant_kinds;
use crate::pages::{Sent, Visit, see};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, web};
use front::{Field, Form, Typed, button, html};

/// Who applies.
#[get("/nop/{draft}/nguoi-nop")]
pub(crate) async fn ask(
    app: web::Data<App>,
    visit: Visit,
    drafting: Drafting,
) -> Result<HttpResponse, Problem> {
    let open = open(app, drafting).await?;
    let typed = if open.typed.get("/applicant/kind").is_some() {
        open.typed.clone()
    } else {
        Typed::default().with("/applicant/kind", "citizen").with("/request", open.version.name())
    };
    Ok(page(&visit, StatusCode::OK, &open, &visit.form(typed)))
}

/// Saves it, and goes on; what is missing is said first.
#[post("/nop/{draft}/nguoi-nop")]
pub(crate) async fn save(
    app: web::Data<App>,
    visit: Visit,
    drafting: Drafting,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (lang, typed) = (visit.lang, sent.typed.clone());
    let (open, faults) = blocking(app, move |app| {
        let mut open = read(app, drafting.0)?;
        let faults = open.save(app, &["/applicant", "/request", "/notify"], sent.typed, lang)?;
        Ok((open, faults))
    })
    .await?;
    if faults.is_empty() {
        return Ok(see(&format!("{}/giay-to", address(open.draft.id))));
    }
    Ok(page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &open, &Form { faults, ..visit.form(typed) }))
}

fn page(visit: &Visit, status: StatusCode, open: &Open, form: &Form) -> HttpResponse {
    let frame = open.frame(visit, visit.say("Thông tin của bạn", "Your details"));
    let field =
        |name: &'static str, vi: &'static str, en: &'static str| Field::new(form, name, visit.say(vi, en));
    let fields = html! {
        (field("/applicant/kind", "Bạn nộp với tư cách", "You apply as").radios(&applicant_kinds(visit.lang)))
        (field("/applicant/name:text", "Họ và tên, hoặc tên tổ chức", "Full name").max(200).autocomplete("name").line())
        (field("/applicant/identity", "Số định danh cá nhân hoặc mã số doanh nghiệp", "Identity or enterprise number").max(32).digits().line())
        (field("/applicant/phone", "Số điện thoại", "Phone").hint(visit.say("Để báo khi có kết quả, hoặc khi cần bổ sung", "To tell you when the result is there")).max(32).autocomplete("tel").phone())
        (field("/applicant/email", "Thư điện tử", "E-mail").max(254).autocomplete("email").email())
        (field("/applicant/address", "Địa chỉ", "Address").max(500).autocomplete("street-address").line())
        (field("/request", "Nội dung đề nghị", "What you ask for").max(1000).text(3))
        (field("/notify/sms:bool", "Nhận tin nhắn về hồ sơ", "Tell me by SMS").tick())
        (field("/notify/email:bool", "Nhận thư điện tử về hồ sơ", "Tell me by e-mail").tick())
        (field("/notify/each_step:bool", "Báo tôi từng bước giải quyết", "Tell me of each step").tick())
        (button(visit.say("Lưu và tiếp tục", "Save and go on")))
    };
    visit.show_form(
        status,
        &frame,
        form,
        &html! { h1 { (frame.title) }
            (form.to(&format!("{}/nguoi-nop", address(open.draft.id)), &fields))
        },
    )
}
