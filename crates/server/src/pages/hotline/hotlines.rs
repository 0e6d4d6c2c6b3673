use crate::app::{App, blocking};
use crate::http::Problem;
use crate::pages::Visit;
use actix_web::{HttpResponse, get, web};
use front::{Row, html, table};

/// The agencies with their counters and hotlines, for anyone (3.a¶2).
#[get("/duong-day-nong")]
pub(crate) async fn hotlines(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Problem> {
    let newest = blocking(app, |app| app.directory.newest()).await?;
    let rows: Vec<Row> = newest.agencies.iter().map(|agency| {
        let hotline = agency.hotline.as_deref().unwrap_or_default();
        Row::of([
            html! { (agency.name) },
            html! { @if !hotline.is_empty() { a href=(format!("tel:{}", hotline.replace(' ', ""))) { (hotline) } } },
            html! { (agency.counter.as_deref().unwrap_or_default()) @if let Some(address) = &agency.address { br; (address) } },
        ])
    }).collect();
    let frame = visit.frame(visit.say("Đường dây nóng", "Hotlines"));
    let heads = [
        visit.say("Cơ quan", "Agency"),
        visit.say("Đường dây nóng", "Hotline"),
        visit.say("Bộ phận một cửa", "Counter"),
    ];
    let table = table(visit.say("Các cơ quan", "The agencies"), &heads, &rows, "");
    Ok(visit.show(&frame, &html! { h1 { (frame.title) } (table) }))
}
