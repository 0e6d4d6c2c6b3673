use super::{LIST, address, named};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::{Line, Problem, Query};
use crate::office::agencies;
use crate::pages::By;
use crate::pages::office::history::{SHOWN, history};
use crate::pages::office::{below, offset};
use actix_web::{HttpResponse, get, web};
use catalog::Agency;
use front::{Link, Markup, Tone, actions, banner, html, pairs};
use kernel::{AgencyCode, Staff};
use serde::Deserialize;
use store::office::{Done, Subject, about};
use time::UtcOffset;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    xong: Option<Line<32>>,
}

/// An agency with what has been done about it.
struct Seen {
    agency: Agency,
    above: Option<Agency>,
    done: Vec<Done>,
    offset: UtcOffset,
}

/// An agency, and what may be done about it.
#[get("/quan-tri/co-quan/{code}")]
pub(crate) async fn show(
    app: web::Data<App>,
    by: By<Administrator>,
    code: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let (code, staff) = (named(&code)?, by.right.0.clone());
    let seen = blocking(app, move |app| read(app, &staff, &code)).await?;
    let frame = below(&by.visit, seen.agency.name.clone(), LIST);
    Ok(by.visit.show(
        &frame,
        &html! {
            @if wanted.0.xong.is_some() { (banner(Tone::Good, &html! { p { "Đã lưu." } })) }
            h1 { (frame.title) }
            (facts(&seen))
            (actions(&to_do(&seen.agency)))
            (history(&seen.done, seen.offset, &UNDO))
        },
    ))
}

fn read(app: &App, staff: &Staff, code: &AgencyCode) -> Result<Seen, Problem> {
    let (agency, _) = agencies::kept(app, code)?;
    let newest = app.directory.newest()?;
    let above = agency.parent.as_ref().and_then(|parent| newest.agency(parent)).cloned();
    let done = app.store.read(|db| about(db, Subject::Agency, code.as_str(), SHOWN))?;
    Ok(Seen { agency, above, done, offset: offset(app, staff)? })
}

fn facts(seen: &Seen) -> Markup {
    let agency = &seen.agency;
    let said = |text: &Option<String>| html! { (text.as_deref().unwrap_or_default()) };
    pairs(&[
        ("Mã định danh", html! { span.number { (agency.code) } }),
        (
            "Cơ quan cấp trên",
            html! { @if let Some(above) = &seen.above { a href=(address(&above.code)) { (above.name) } } },
        ),
        (
            "Lịch làm việc",
            html! { a href=(format!("/quan-tri/lich/{}", agency.calendar)) { (agency.calendar) } },
        ),
        ("Bộ phận một cửa", said(&agency.counter)),
        ("Địa chỉ", said(&agency.address)),
        ("Đường dây nóng", said(&agency.hotline)),
        ("Địa danh trên văn bản", said(&agency.place)),
        ("Ký hiệu sau số văn bản", said(&agency.sign)),
    ])
}

fn to_do(agency: &Agency) -> [Link; 2] {
    [
        Link::new(format!("{}/sua", address(&agency.code)), "Sửa"),
        Link::new(format!("/quan-tri/tai-khoan?co-quan={}", agency.code), "Tài khoản của cơ quan"),
    ]
}

const UNDO: [&str; 3] = [
    "Sửa nhầm: cột Thay đổi ghi nội dung trước và sau; bấm Sửa và nhập lại nội dung trước.",
    "Đổi lịch nhầm: đổi lại lịch cũ. Lịch hẹn đã lùi không tự kéo về sớm hơn, vì người dân đã được báo.",
    "Thêm nhầm: cơ quan không xóa được; hãy ngừng các tài khoản ở đó và không để cơ quan tiếp nhận thủ tục nào.",
];
