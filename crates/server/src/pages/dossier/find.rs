use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::handlers::dossiers::list::{Found, Listing, found};
use crate::http::{Line, Problem, Query};
use crate::pages::words::{moment, time_left};
use crate::pages::{By, onward};
use actix_web::{HttpResponse, get, web};
use calendar::Calendar;
use dossier::Stage;
use front::{Choice, Field, Link, Markup, Row, Tone, Typed, html, table, tag};
use kernel::Lang;
use serde::Deserialize;
use store::query::Item;
use time::OffsetDateTime;

/// What to look for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    q: Option<Line<200>>,
    stage: Option<String>,
    late: Option<String>,
    after: Option<Line<500>>,
}

/// The dossiers one may see: found by number, name without diacritics, phone, identity number.
#[get("/lam-viec/ho-so")]
pub(crate) async fn find(
    app: web::Data<App>,
    by: By<Reader>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let Wanted { q, stage, late, after } = wanted.0;
    let typed = Typed::default()
        .with("q", q.as_ref().map(|q| q.as_str().to_owned()).unwrap_or_default())
        .with("stage", stage.clone().unwrap_or_default())
        .with("late", late.clone().unwrap_or_default());
    let listing = Listing {
        q,
        stage: stage.as_deref().and_then(Stage::named),
        late: late.as_deref().and_then(|late| late.parse().ok()),
        after,
        ..Listing::default()
    };
    let right = by.right.clone();
    let (Found { items, next, calendar }, now) =
        blocking(app, move |app| Ok((found(app, &right.0, listing)?, app.clock.now()))).await?;
    let frame = by.visit.frame("Hồ sơ");
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            (search(&by.visit.form(typed.clone())))
            (rows("Hồ sơ tìm thấy", &items, &calendar, now))
            @if let Some(next) = next { p { a href=(onward("/lam-viec/ho-so", &typed, &next)) { "Trang sau" } } }
        },
    ))
}

fn search(form: &front::Form) -> Markup {
    let stages = Stage::ALL.into_iter().map(|stage| Choice::new(stage.as_str(), stage.said().to(Lang::Vi)));
    let stages: Vec<Choice> = std::iter::once(Choice::new("", "Mọi giai đoạn")).chain(stages).collect();
    let late =
        [Choice::new("", "Trễ hay không"), Choice::new("true", "Trễ hạn"), Choice::new("false", "Không trễ")];
    html! {
        form method="get" action="/lam-viec/ho-so" role="search" {
            div.row {
                (Field::new(form, "q", "Mã hồ sơ, họ tên, điện thoại hoặc số định danh").max(200).first().line())
                (Field::new(form, "stage", "Giai đoạn").select(&stages))
                (Field::new(form, "late", "Hạn trả").select(&late))
                button type="submit" { "Tìm" }
            }
        }
    }
}

/// Dossiers as a table.
pub(crate) fn rows(caption: &str, items: &[Item], calendar: &Calendar, now: OffsetDateTime) -> Markup {
    let rows: Vec<Row> = items.iter().map(|item| row(item, calendar, now)).collect();
    table(caption, &["Hồ sơ", "Người nộp", "Giai đoạn", "Hẹn trả"], &rows, "Không có hồ sơ nào.")
}

fn row(item: &Item, calendar: &Calendar, now: OffsetDateTime) -> Row {
    let offset = calendar.data().utc_offset;
    let stage = Stage::named(&item.stage).unwrap_or(Stage::Submitted);
    let is_over = item.overdue_after.is_some_and(|after| after < now);
    let is_late = is_over && stage.is_in_work();
    let link =
        Link::new(super::address(item.id.0), item.code.clone().unwrap_or_else(|| "chưa có mã".to_owned()));
    Row::of([
        html! { span.number { (front::link(&link)) } br; span.faint { (item.procedure) } },
        html! { (item.applicant.as_deref().unwrap_or_default()) },
        html! { (stage.said().to(Lang::Vi)) @if item.rescheduled { " " (tag(Tone::Warn, "đã hẹn lại")) } },
        html! {
            @if let Some(at) = item.appointment {
                (moment(at.to_offset(offset), Lang::Vi)) " "
                (time_left(stage, calendar, now, at, is_over))
            } @else { span.faint { "nộp " (moment(item.submitted_at.to_offset(offset), Lang::Vi)) } }
        },
    ])
    .pressing(is_late)
}
