use super::answered;
use crate::app::{App, blocking};
use crate::handlers::feedback::get::by_anyone;
use crate::http::{Line, Problem, Query};
use crate::pages::Visit;
use crate::pages::visit::{SECRET, cookie};
use crate::pages::words::{moment, prose};
use actix_web::{HttpRequest, HttpResponse, get, web};
use front::{Link, html, pairs};
use serde::Deserialize;

/// The author's secret.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    ma: Option<Line<64>>,
}

/// Where one is followed.
pub(super) fn address(number: &str) -> String {
    format!("/phan-anh/{}", form_urlencoded::byte_serialize(number.as_bytes()).collect::<String>())
}

/// What somebody raised: for its author before it is answered, for anyone afterwards.
#[get("/phan-anh/{number}")]
pub(crate) async fn one(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    number: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let number = number.into_inner();
    if let Some(secret) = wanted.0.ma {
        let (named, tried) = (number.clone(), secret.as_str().to_owned());
        blocking(app, move |app| by_anyone(app, &named, Some(&tried))).await?;
        return visit.see_with(&address(&number), secret.as_str());
    }
    let (named, secret) = (number.clone(), cookie(&request, SECRET));
    let found = blocking(app, move |app| match by_anyone(app, &named, secret.as_deref()) {
        // A secret that isn't its own hides nothing that anyone may see.
        Err(Problem::NotFound) => by_anyone(app, &named, None),
        found => found,
    });
    let found = found.await?;
    let mut frame = visit.frame(format!("{} {}", visit.say("Phản ánh", "Feedback"), found.number));
    frame.back = Some(Link::new("/phan-anh", visit.say("Phản ánh, kiến nghị", "Feedback")));
    Ok(visit.show(&frame, &html! {
        h1 { (frame.title) }
        @if found.answered_at.is_some() {
            (answered(&found, visit.lang))
        } @else {
            (pairs(&[
                (visit.say("Cơ quan", "Agency"), html! { (found.agency_name) }),
                (visit.say("Gửi lúc", "Raised"), html! { (moment(found.raised_at, visit.lang)) }),
                (visit.say("Trả lời chậm nhất", "Answered at the latest"), html! { strong { (moment(found.due, visit.lang)) } }),
                (visit.say("Nội dung", "What it is about"), html! { @if let Some(said) = &found.said { (prose(&said.question)) } }),
            ]))
        }
    }))
}
