use super::words::{listed, years};
use super::{LIST, NEW, address};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::pages::By;
use crate::pages::office::{HOME, below};
use actix_web::{HttpResponse, get, web};
use calendar::CalendarData;
use front::{Link, Row, Tone, actions, html, table, tag};
use store::catalogue;

/// The calendars with their versions, years and provisional years.
#[get("/quan-tri/lich")]
pub(crate) async fn list(app: web::Data<App>, by: By<Administrator>) -> Result<HttpResponse, Problem> {
    let (calendars, newest) =
        blocking(app, |app| Ok((app.store.read(catalogue::newest_calendars)?, app.directory.newest()?)))
            .await?;
    let used = |code: &str| newest.agencies.iter().filter(|agency| agency.calendar == code).count();
    let rows: Vec<Row> = calendars.iter().map(|one| row(one, used(&one.code))).collect();
    let frame = below(&by.visit, LIST.1, HOME);
    let heads = ["Lịch", "Phiên bản", "Năm có ngày nghỉ", "Năm còn tạm tính", "Cơ quan dùng"];
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            (actions(&[Link::new(NEW, "Nhận lịch từ tệp")]))
            (table("Các lịch đang dùng", &heads, &rows, "Chưa có lịch nào."))
        },
    ))
}

fn row(calendar: &CalendarData, used: usize) -> Row {
    Row::of([
        html! { a href=(address(&calendar.code)) { (calendar.name) } br; span.faint.number { (calendar.code) } },
        html! { (calendar.version) },
        html! { (listed(&years(calendar))) },
        html! { @for year in &calendar.provisional { (tag(Tone::Warn, &year.to_string())) " " } },
        html! { (used) },
    ])
}
