use super::LIST;
use super::fields::agencies;
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::{Line, Problem, Query};
use crate::pages::office::{HOME, below};
use crate::pages::{By, onward};
use crate::printing::title;
use crate::wire::page::{Length, a_page, place};
use actix_web::{HttpResponse, get, web};
use front::{Choice, Field, Form, Link, Markup, Row, Tone, Typed, actions, html, table, tag};
use serde::Deserialize;
use store::accounts::{Listed, Sought, listed};

/// Whom to look for.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    q: Option<Line<200>>,
    #[serde(rename = "co-quan")]
    agency: Option<Line<64>>,
    after: Option<Line<500>>,
}

/// The accounts, found by a part of the name and by agency.
#[get("/quan-tri/tai-khoan")]
pub(crate) async fn list(
    app: web::Data<App>,
    by: By<Administrator>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let said =
        |line: &Option<Line<64>>| line.as_ref().map(|line| line.as_str().to_owned()).unwrap_or_default();
    let q = wanted.0.q.as_ref().map(|q| q.as_str().trim().to_owned()).filter(|q| !q.is_empty());
    let typed =
        Typed::default().with("q", q.clone().unwrap_or_default()).with("co-quan", said(&wanted.0.agency));
    let sought = Sought {
        q,
        agency: wanted.0.agency.as_ref().and_then(|code| code.as_str().parse().ok()),
        after: place(wanted.0.after.as_ref().map(Line::as_str))?,
    };
    let (found, next, agencies) = blocking(app, move |app| {
        let length = Length::or_usual(None);
        let found = app.store.read(|db| listed(db, &sought, length + 1))?;
        let (found, next) = a_page(found, length, Listed::place);
        Ok((found, next, agencies(app)?))
    })
    .await?;
    let frame = below(&by.visit, LIST.1, HOME);
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            (actions(&[Link::new(format!("{}/moi", LIST.0), "Thêm tài khoản")]))
            (search(&by.visit.form(typed.clone()), &agencies))
            (rows(&found, &agencies))
            @if let Some(next) = next { p { a href=(onward(LIST.0, &typed, &next)) { "Trang sau" } } }
        },
    ))
}

fn search(form: &Form, agencies: &[Choice]) -> Markup {
    let any = std::iter::once(Choice::new("", "Mọi cơ quan")).chain(agencies.iter().cloned());
    html! {
        form method="get" action=(LIST.0) role="search" {
            div.row {
                (Field::new(form, "q", "Họ tên hoặc tên đăng nhập").max(200).line())
                (Field::new(form, "co-quan", "Cơ quan").select(&any.collect::<Vec<_>>()))
                button type="submit" { "Tìm" }
            }
        }
    }
}

fn rows(found: &[Listed], agencies: &[Choice]) -> Markup {
    let rows: Vec<Row> = found.iter().map(|one| row(one, agencies)).collect();
    table(
        "Tài khoản tìm thấy",
        &["Họ tên", "Tên đăng nhập", "Cơ quan", "Vai trò", "Tình trạng"],
        &rows,
        "Không có tài khoản nào như vậy.",
    )
}

fn row(one: &Listed, agencies: &[Choice]) -> Row {
    let agency = agencies.iter().find(|agency| agency.value == one.agency);
    Row::of([
        html! { a href=(super::address(one.id)) { (one.name) } },
        html! { span.number { (one.username) } },
        html! { (agency.map_or(one.agency.as_str(), |agency| agency.text.as_str())) },
        html! { @for role in &one.roles { div { (title(*role)) } } },
        standing(one.active),
    ])
}

/// Whether it may sign in.
pub(super) fn standing(active: bool) -> Markup {
    if active { tag(Tone::Good, "đang hoạt động") } else { tag(Tone::Bad, "đã ngừng") }
}
