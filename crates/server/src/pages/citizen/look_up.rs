use crate::app::{App, blocking};
use crate::auth::by_holder;
use crate::handlers::reference;
use crate::http::{Line, Problem};
use crate::pages::{Sent, Visit, faults, see};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use front::{Fault, Field, Form, Typed, button, html};
use serde::Deserialize;

/// What stands on the receipt.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LookUpIn {
    number: Line<64>,
    #[serde(default)]
    secret: Line<64>,
}

/// Where a dossier is looked up, by what stands on the receipt.
#[get("/ho-so")]
pub(crate) async fn ask(visit: Visit) -> HttpResponse {
    page(&visit, StatusCode::OK, &visit.form(Typed::default()))
}

/// Leads to the dossier; with the secret to all of it. A wrong number and a wrong secret answer alike.
#[post("/ho-so")]
pub(crate) async fn look_up(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let asked = match sent.read::<LookUpIn>() {
        Ok(asked) => asked,
        Err(problem) => {
            let form = Form { faults: faults(&problem, visit.lang), ..visit.form(sent.typed) };
            return Ok(page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &form));
        }
    };
    let (number, secret) = (asked.number.as_str().trim().to_uppercase(), asked.secret.into_string());
    if secret.trim().is_empty() {
        return Ok(see(&format!("/ho-so/{}", urlencoded(&number))));
    }
    let (on, tried) = (number.clone(), secret.clone());
    let found = blocking(app, move |app| by_holder(app, &reference(&on)?, &tried)).await;
    match found {
        Ok(_) => visit.see_with(&format!("/ho-so/{number}"), &secret),
        Err(Problem::NotFound) => {
            let form = Form { faults: wrong(&visit), ..visit.form(sent.typed) };
            Ok(page(&visit, StatusCode::NOT_FOUND, &form))
        }
        Err(problem) => Err(problem),
    }
}

fn urlencoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn wrong(visit: &Visit) -> Vec<Fault> {
    let text = visit.say(
        "Mã hồ sơ hoặc mã tra cứu chưa đúng. Hãy xem lại trên giấy tiếp nhận.",
        "Wrong number or secret. Look at the receipt again.",
    );
    vec![Fault { name: Some("/number".to_owned()), text: text.to_owned() }]
}

fn page(visit: &Visit, status: StatusCode, form: &Form) -> HttpResponse {
    let frame = visit.frame(visit.say("Tra cứu hồ sơ", "Follow a dossier"));
    let fields = html! {
        (Field::new(form, "/number", visit.say("Mã hồ sơ", "Number")).hint(visit.say("Ví dụ H32.10-261128-0001, in trên giấy tiếp nhận", "Such as H32.10-261128-0001, on the receipt")).max(64).first().line())
        (Field::new(form, "/secret", visit.say("Mã tra cứu", "Secret")).hint(visit.say("10 chữ và số trên giấy tiếp nhận. Không có mã này chỉ xem được giai đoạn và ngày hẹn.", "10 letters and digits on the receipt. Without it only the stage and the appointment are shown.")).max(64).autocomplete("off").line())
        (button(visit.say("Tra cứu", "Look up")))
    };
    visit.show_form(status, &frame, form, &html! { h1 { (frame.title) } (form.to("/ho-so", &fields)) })
}
