use super::answered;
use crate::app::{App, blocking};
use crate::handlers::feedback::list::{Wanted as Listing, page as listed};
use crate::http::{Line, Problem, Query};
use crate::pages::Visit;
use actix_web::{HttpResponse, get, web};
use front::{Link, actions, html, link};
use serde::Deserialize;

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    after: Option<Line<500>>,
}

/// What was asked and answered, for anyone; nothing of it says who asked.
#[get("/phan-anh")]
pub(crate) async fn published(
    app: web::Data<App>,
    visit: Visit,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let listing = Listing { after: wanted.0.after, ..Listing::default() };
    let page = blocking(app, move |app| listed(app, None, listing)).await?;
    let frame = visit.frame(visit.say("Phản ánh, kiến nghị", "Feedback"));
    let raise = Link::new("/phan-anh/gui", visit.say("Gửi phản ánh, kiến nghị", "Send feedback"));
    let hotlines = Link::new("/duong-day-nong", visit.say("Đường dây nóng", "Hotlines"));
    Ok(visit.show(&frame, &html! {
        h1 { (frame.title) }
        (actions(&[raise, hotlines]))
        h2 { (visit.say("Đã trả lời", "Answered")) }
        @if page.items.is_empty() { p.nothing { (visit.say("Chưa có trả lời nào được công khai.", "Nothing was answered yet.")) } }
        ul.cards { @for one in &page.items { li { (answered(one, visit.lang)) } } }
        @if let Some(next) = &page.next { p { (link(&Link::new(format!("/phan-anh?after={next}"), visit.say("Trang sau", "Next page")))) } }
    }))
}
