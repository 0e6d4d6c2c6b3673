use crate::app::{App, blocking};
use crate::handlers::letters::verify::read;
use crate::http::{Line, Problem, Query};
use crate::keys::Keys;
use crate::pages::words::moment;
use crate::pages::{Visit, see};
use crate::wire::letters::GenuineOut;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, web};
use front::{Fault, Field, Form, Tone, Typed, banner, html, pairs};
use serde::Deserialize;

/// The code at the foot of a paper.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    ma: Option<Line<64>>,
}

/// Where a paper is verified by the code at its foot.
#[get("/kiem-tra")]
pub(crate) async fn ask(visit: Visit, wanted: Query<Wanted>) -> HttpResponse {
    let Some(typed) = wanted.0.ma else {
        return page(&visit, StatusCode::OK, &visit.form(Typed::default()));
    };
    let code = Keys::letter_code_as_typed(typed.as_str());
    if code.is_empty() { unknown(&visit, typed.as_str()) } else { see(&format!("/kiem-tra/{code}")) }
}

/// What was issued under a code, by whom and when; nothing of the person whom it is about. The address stands on paper.
#[get("/kiem-tra/{letter}")]
pub(crate) async fn verify(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    code: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let (lang, tried) = (visit.lang, code.clone());
    match blocking(app, move |app| read(app, &tried, None, lang)).await {
        Ok(genuine) => Ok(found(&visit, &genuine)),
        Err(Problem::NotFound) => Ok(unknown(&visit, &code)),
        Err(problem) => Err(problem),
    }
}

fn unknown(visit: &Visit, code: &str) -> HttpResponse {
    let text = visit.say(
        "Không có giấy tờ nào được phát hành với mã này. Hãy xem lại mã ở chân trang giấy.",
        "Nothing was issued under this code. Look at the foot of the paper again.",
    );
    let faults = vec![Fault { name: Some("ma".to_owned()), text: text.to_owned() }];
    let form = Form { faults, ..visit.form(Typed::default().with("ma", code)) };
    page(visit, StatusCode::NOT_FOUND, &form)
}

fn found(visit: &Visit, genuine: &GenuineOut) -> HttpResponse {
    let frame = visit.frame(visit.say("Giấy tờ có thật", "The paper is genuine"));
    visit.show(&frame, &html! {
        h1 { (frame.title) }
        (banner(Tone::Good, &html! { (visit.say("Giấy tờ này do hệ thống phát hành.", "This paper was issued by this system.")) }))
        (pairs(&[
            (visit.say("Giấy tờ", "Paper"), html! { (genuine.title) }),
            (visit.say("Số", "Number"), html! { span.number { (genuine.number) } }),
            (visit.say("Cơ quan phát hành", "Issued by"), html! { (genuine.agency) }),
            (visit.say("Lúc", "At"), html! { (moment(genuine.issued_at, visit.lang)) }),
            (visit.say("Chữ ký số", "Digital signature"), html! { @if let Some(signed) = genuine.signed { (if signed { visit.say("có", "yes") } else { visit.say("không", "no") }) } }),
            (visit.say("Mã kiểm tra", "Code"), html! { span.number { (genuine.code) } }),
        ]))
    })
}

fn page(visit: &Visit, status: StatusCode, form: &Form) -> HttpResponse {
    let frame = visit.frame(visit.say("Kiểm tra giấy tờ", "Verify a paper"));
    visit.show_form(status, &frame, form, &html! { h1 { (frame.title) }
        form method="get" action="/kiem-tra" {
            (Field::new(form, "ma", visit.say("Mã ở chân trang giấy", "The code at the foot of the paper")).max(64).line())
            button type="submit" { (visit.say("Kiểm tra", "Verify")) }
        }
    })
}
