use super::{LIST, NEW, address};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::handlers::catalogue::procedures::{Wanted, page as published};
use crate::http::{Line, Problem, Query};
use crate::import::Judged;
use crate::office::procedures::drafts;
use crate::pages::By;
use crate::pages::office::{HOME, below};
use crate::wire::catalogue::ProcedureLine;
use actix_web::{HttpResponse, get, web};
use front::{Field, Link, Markup, Row, Tone, Typed, actions, html, table, tag};

/// The drafts with how much they lack, and the published procedures, found by name or code.
#[get("/quan-tri/thu-tuc")]
pub(crate) async fn list(
    app: web::Data<App>,
    by: By<Administrator>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let q = wanted.0.q.as_ref().map(Line::as_str).unwrap_or_default().to_owned();
    let (drafts, found) = blocking(app, move |app| Ok((drafts(app)?, published(app, wanted.0)?))).await?;
    let form = by.visit.form(Typed::default().with("q", q.clone()));
    let frame = below(&by.visit, LIST.1, HOME);
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            (actions(&[Link::new(NEW, "Nhận thủ tục từ tệp")]))
            (drafted(&drafts))
            h2 { "Thủ tục đã công bố" }
            form method="get" action=(LIST.0) role="search" {
                div.row { (Field::new(&form, "q", "Tên hoặc mã thủ tục").max(200).line()) button type="submit" { "Tìm" } }
            }
            (listed(&found.items))
            @if let Some(next) = &found.next { p { a href=(onward(&q, next)) { "Trang sau" } } }
        },
    ))
}

fn drafted(drafts: &[Judged]) -> Markup {
    let rows: Vec<Row> = drafts
        .iter()
        .map(|one| {
            let lacks = one.verdict.as_ref().err().map_or(0, Vec::len);
            Row::of([
                named(one.draft.code.as_str(), &one.draft.name),
                html! { (one.draft.field) },
                html! { @if lacks == 0 { (tag(Tone::Good, "đủ điều kiện công bố")) } @else { (tag(Tone::Warn, &format!("còn thiếu {lacks} điều"))) } },
            ])
        })
        .collect();
    table("Bản nháp", &["Thủ tục", "Lĩnh vực", "Tình trạng"], &rows, "Không có bản nháp nào.")
}

fn listed(items: &[ProcedureLine]) -> Markup {
    let rows: Vec<Row> =
        items.iter().map(|one| Row::of([named(&one.code, &one.name), html! { (one.field) }])).collect();
    table("Thủ tục tìm thấy", &["Thủ tục", "Lĩnh vực"], &rows, "Không có thủ tục nào như vậy.")
}

fn named(code: &str, name: &str) -> Markup {
    html! { a href=(address(code)) { (name) } br; span.faint.number { (code) } }
}

fn onward(q: &str, next: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    format!("{}?{}", LIST.0, query.append_pair("q", q).append_pair("after", next).finish())
}
