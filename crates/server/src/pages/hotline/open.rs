use crate::app::{App, blocking};
use crate::auth::Hotline;
use crate::handlers::feedback::list::{Wanted as Listing, page as listed};
use crate::http::{Line, Problem, Query};
use crate::pages::words::{left_tag, moment};
use crate::pages::{By, onward};
use actix_web::{HttpResponse, get, web};
use front::{Row, Typed, html, table};
use kernel::Lang;
use serde::Deserialize;

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    after: Option<Line<500>>,
}

/// What isn't answered yet, what is longest due on top.
#[get("/phan-anh-cho-tra-loi")]
pub(crate) async fn open(
    app: web::Data<App>,
    by: By<Hotline>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let (page, now) = blocking(app, move |app| {
        let listing = Listing { open: true, after: wanted.0.after, ..Listing::default() };
        Ok((listed(app, Some(&staff), listing)?, app.clock.now()))
    })
    .await?;
    let rows: Vec<Row> = page
        .items
        .iter()
        .map(|one| {
            let question = one.said.as_ref().map(|said| said.question.as_str()).unwrap_or_default();
            let begin: String = question.chars().take(120).collect();
            let link = front::Link::new(format!("/phan-anh-cho-tra-loi/{}", one.id), one.number.clone());
            Row::of([
                html! { span.number { (front::link(&link)) } },
                html! { (begin) },
                html! { (moment(one.due, Lang::Vi)) " " (left_tag(one.due - now, Lang::Vi)) },
            ])
            .pressing(one.due < now)
        })
        .collect();
    let frame = by.visit.frame("Phản ánh chờ trả lời");
    let table = table(
        "Chờ trả lời, gần hạn trước",
        &["Số", "Nội dung", "Hạn trả lời"],
        &rows,
        "Không có phản ánh nào chờ trả lời.",
    );
    Ok(by.visit.show(&frame, &html! {
        h1 { (frame.title) }
        (table)
        @if let Some(next) = &page.next { p { a href=(onward("/phan-anh-cho-tra-loi", &Typed::default(), next)) { "Trang sau" } } }
    }))
}
