use super::{LIST, NEW, address};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::handlers::catalogue::procedures::{Wanted, page as published};
use crate::http::{Line, Problem, Query};
use crate::office::procedures::drafts;
use crate::pages::office::{HOME, below};
use crate::pages::{By, onward};
use crate::wire::catalogue::ProcedureLine;
use actix_web::{HttpResponse, get, web};
use catalog::{Draft, Lack};
use front::{Field, Link, Markup, Row, Tone, Typed, actions, html, table, tag};
use store::people::folded;

/// The drafts with how much they lack, and the published procedures, found by name or code.
#[get("/quan-tri/thu-tuc")]
pub(crate) async fn list(
    app: web::Data<App>,
    by: By<Administrator>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let q = wanted.0.q.as_ref().map(Line::as_str).unwrap_or_default().to_owned();
    let (drafts, found) = blocking(app, move |app| Ok((drafts(app)?, published(app, &wanted.0)?))).await?;
    let form = by.visit.form(Typed::default().with("q", q.clone()));
    let frame = below(&by.visit, LIST.1, HOME);
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            (actions(&[Link::new(NEW, "Nhận thủ tục từ tệp")]))
            form method="get" action=(LIST.0) role="search" {
                div.row { (Field::new(&form, "q", "Tên hoặc mã thủ tục").max(200).line()) button type="submit" { "Tìm" } }
            }
            (drafted(&drafts, &q))
            (listed(&found.items))
            @if let Some(next) = &found.next { p { a href=(onward(LIST.0, &form.typed, next)) { "Trang sau" } } }
        },
    ))
}

/// How many drafts are shown at most.
const SHOWN: usize = 200;

fn drafted(drafts: &[(Draft, Vec<Lack>)], q: &str) -> Markup {
    let q = folded(q);
    let holds = |draft: &Draft| folded(&draft.name).contains(&q) || draft.code.as_str().contains(&q);
    let found: Vec<&(Draft, Vec<Lack>)> = drafts.iter().filter(|(draft, _)| holds(draft)).collect();
    let rows: Vec<Row> =
        found.iter().take(SHOWN).map(|(draft, lacks)| draft_row(draft, lacks.len())).collect();
    html! {
        (table("Bản nháp", &["Thủ tục", "Lĩnh vực", "Tình trạng"], &rows, "Không có bản nháp nào."))
        @if found.len() > SHOWN { p.faint { "Và " (found.len() - SHOWN) " bản nháp khác; hãy tìm theo tên." } }
    }
}

fn draft_row(draft: &Draft, lacks: usize) -> Row {
    let standing = match lacks {
        0 => tag(Tone::Good, "đủ điều kiện công bố"),
        lacks => tag(Tone::Warn, &format!("còn thiếu {lacks} điều")),
    };
    Row::of([named(draft.code.as_str(), &draft.name), html! { (draft.field) }, standing])
}

fn listed(items: &[ProcedureLine]) -> Markup {
    let rows: Vec<Row> =
        items.iter().map(|one| Row::of([named(&one.code, &one.name), html! { (one.field) }])).collect();
    table("Thủ tục đã công bố", &["Thủ tục", "Lĩnh vực"], &rows, "Không có thủ tục nào như vậy.")
}

fn named(code: &str, name: &str) -> Markup {
    html! { a href=(address(code)) { (name) } br; span.faint.number { (code) } }
}
