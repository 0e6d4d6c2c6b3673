use super::answered;
use super::one::address;
use crate::app::{App, blocking};
use crate::handlers::feedback::get::by_anyone;
use crate::handlers::feedback::list::{Wanted as Listing, page as listed};
use crate::http::{Line, Problem, Query};
use crate::pages::{Sent, Visit, faults, onward};
use crate::wire::feedback::FeedbackOut;
use crate::wire::page::Page;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, ResponseError, get, post, web};
use front::{Fault, Field, Form, Link, Typed, actions, details, html, link};
use serde::Deserialize;

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    after: Option<Line<500>>,
}

/// What its author was given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LookUpIn {
    number: Line<64>,
    secret: Line<64>,
}

/// What was asked and answered, for anyone; nothing of it says who asked.
#[get("/phan-anh")]
pub(crate) async fn published(
    app: web::Data<App>,
    visit: Visit,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let listing = Listing { after: wanted.0.after, ..Listing::default() };
    let found = blocking(app, move |app| listed(app, None, listing)).await?;
    Ok(page(&visit, StatusCode::OK, &found, &visit.form(Typed::default())))
}

/// Leads an author to what they raised, by its number and secret. A wrong number and a wrong secret answer alike.
#[post("/phan-anh")]
pub(crate) async fn look_up(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let read = sent.read::<LookUpIn>();
    let found = match read {
        Ok(LookUpIn { number, secret }) => {
            let number = number.as_str().trim().to_uppercase();
            blocking(app.clone(), move |app| {
                by_anyone(app, &number, Some(secret.as_str())).map(|found| (found.number, secret))
            })
            .await
        }
        Err(problem) => Err(problem),
    };
    let (status, faults) = match found {
        Ok((number, secret)) => return visit.see_with(&address(&number), secret.as_str()),
        Err(Problem::NotFound) => (StatusCode::NOT_FOUND, wrong(&visit)),
        Err(problem @ Problem::Input(_)) => (problem.status_code(), faults(&problem, visit.lang)),
        Err(problem) => return Err(problem),
    };
    let newest = blocking(app, |app| listed(app, None, Listing::default())).await?;
    Ok(page(&visit, status, &newest, &Form { faults, ..visit.form(sent.typed) }))
}

fn wrong(visit: &Visit) -> Vec<Fault> {
    let text = visit.say("Số phản ánh hoặc mã tra cứu chưa đúng.", "Wrong number or secret.");
    vec![Fault { name: Some("/number".to_owned()), text: text.to_owned() }]
}

fn page(visit: &Visit, status: StatusCode, found: &Page<FeedbackOut>, form: &Form) -> HttpResponse {
    let frame = visit.frame(visit.say("Phản ánh, kiến nghị", "Feedback"));
    let raise = Link::new("/phan-anh/gui", visit.say("Gửi phản ánh, kiến nghị", "Send feedback"));
    let hotlines = Link::new("/duong-day-nong", visit.say("Đường dây nóng", "Hotlines"));
    let follow = form.to(
        "/phan-anh",
        &html! {
            (Field::new(form, "/number", visit.say("Số phản ánh", "Number")).max(64).line())
            (Field::new(form, "/secret", visit.say("Mã tra cứu", "Secret")).max(64).autocomplete("off").line())
            button type="submit" { (visit.say("Xem", "Follow it")) }
        },
    );
    let own = visit.say("Xem phản ánh bạn đã gửi", "Follow what you sent");
    visit.show_form(status, &frame, form, &html! {
        h1 { (frame.title) }
        (actions(&[raise, hotlines]))
        @if form.faults.is_empty() { (details(own, &follow)) } @else { h2 { (own) } (follow) }
        h2 { (visit.say("Đã trả lời", "Answered")) }
        @if found.items.is_empty() { p.nothing { (visit.say("Chưa có trả lời nào được công khai.", "Nothing was answered yet.")) } }
        ul.cards { @for one in &found.items { li { (answered(one, visit.lang)) } } }
        @if let Some(next) = &found.next { p { (link(&Link::new(onward("/phan-anh", &Typed::default(), next), visit.say("Trang sau", "Next page")))) } }
    })
}
