use crate::app::{App, blocking};
use crate::auth::Hotline;
use crate::handlers::feedback::list::{Wanted as Listing, page as listed};
use crate::http::Problem;
use crate::pages::By;
use crate::pages::words::{left_tag, moment};
use actix_web::{HttpResponse, get, web};
use front::{Row, html, table};
use kernel::Lang;

/// What isn't answered yet, what is longest due on top.
#[get("/phan-anh-cho-tra-loi")]
pub(crate) async fn open(app: web::Data<App>, by: By<Hotline>) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let (page, now) = blocking(app, move |app| {
        let listing = Listing { open: true, ..Listing::default() };
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
        &["Số", "Nội dung", "Trả lời trước"],
        &rows,
        "Không có phản ánh nào chờ trả lời.",
    );
    Ok(by.visit.show(&frame, &html! { h1 { (frame.title) } (table) }))
}
