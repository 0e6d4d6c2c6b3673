use super::words::{WEEK, listed, off, sessions, worked, years, zone};
use super::{LIST, NEW, address};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::{Line, Problem, Query};
use crate::pages::By;
use crate::pages::office::history::{SHOWN, history};
use crate::pages::office::{below, offset};
use crate::pages::words::moment;
use actix_web::{HttpResponse, get, web};
use calendar::CalendarData;
use front::{Link, Markup, Row, Tone, actions, banner, details, html, pairs, table, tag, warning};
use kernel::{Lang, Staff};
use serde::Deserialize;
use store::catalogue;
use store::office::{Done, Subject, about};
use time::{OffsetDateTime, UtcOffset};

/// Which version; what was done a moment ago.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    #[serde(rename = "phien-ban")]
    version: Option<u32>,
    xong: Option<Line<32>>,
}

/// A calendar with what has been done about it.
struct Seen {
    data: CalendarData,
    versions: Vec<(u32, OffsetDateTime)>,
    agencies: Vec<Link>,
    done: Vec<Done>,
    offset: UtcOffset,
}

/// A calendar in one of its versions; the newest, where none is named.
#[get("/quan-tri/lich/{code}")]
pub(crate) async fn show(
    app: web::Data<App>,
    by: By<Administrator>,
    code: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let Wanted { version, xong } = wanted.0;
    let seen = blocking(app, move |app| read(app, &staff, &code, version)).await?;
    let data = &seen.data;
    let frame = below(&by.visit, data.name.clone(), LIST);
    let anew = format!("{NEW}?tu={}&phien-ban={}", data.code, data.version);
    Ok(by.visit.show(&frame, &html! {
        @if xong.is_some() { (banner(Tone::Good, &html! { p { "Đã nhận. Các lịch hẹn đang mở bị ảnh hưởng đã được tính lại và người nộp được báo." } })) }
        h1 { (frame.title) " " span.faint { "phiên bản " (data.version) } }
        (provisional(data))
        (pairs(&[
            ("Mã", html! { span.number { (data.code) } }),
            ("Múi giờ", html! { (zone(data.utc_offset)) }),
            ("Ngày làm việc danh nghĩa", html! { (data.minutes_per_day) " phút" }),
            ("Năm có ngày nghỉ", html! { (listed(&years(data))) }),
            ("Cơ quan dùng", html! { @for agency in &seen.agencies { div { (front::link(agency)) } } }),
        ]))
        (actions(&[Link::new(anew, "Soạn phiên bản mới từ phiên bản này")]))
        (week(data))
        (days(data))
        (versions(&seen))
        (history(&seen.done, seen.offset, &UNDO))
    }))
}

fn read(app: &App, staff: &Staff, code: &str, version: Option<u32>) -> Result<Seen, Problem> {
    let data = app.store.read(|db| match version {
        Some(version) => catalogue::calendar(db, code, version),
        None => catalogue::newest_calendar(db, code),
    })?;
    let data = data.ok_or(Problem::NotFound)?;
    let newest = app.directory.newest()?;
    let theirs = newest.agencies.iter().filter(|agency| agency.calendar == code);
    let agencies =
        theirs.map(|agency| Link::new(format!("/quan-tri/co-quan/{}", agency.code), agency.name.clone()));
    Ok(Seen {
        data,
        versions: app.store.read(|db| catalogue::calendar_versions(db, code))?,
        agencies: agencies.collect(),
        done: app.store.read(|db| about(db, Subject::Calendar, code, SHOWN))?,
        offset: offset(app, staff)?,
    })
}

fn provisional(data: &CalendarData) -> Markup {
    html! {
        @if !data.provisional.is_empty() {
            (warning(Lang::Vi, &html! { p { "Ngày nghỉ năm " (listed(&data.provisional)) " chưa được công bố chính thức: mọi ngày hẹn rơi vào năm đó ghi là tạm tính. Khi có thông báo, hãy nhận phiên bản mới và bỏ mục [[provisional]] của năm đó." } }))
        }
    }
}

fn week(data: &CalendarData) -> Markup {
    let rows: Vec<Row> = WEEK
        .iter()
        .map(|(day, name)| Row::of([html! { (name) }, html! { (sessions(data, *day)) }]))
        .collect();
    table("Giờ làm việc", &["Ngày", "Buổi"], &rows, "")
}

/// The days off and worked of each year, the latest open.
fn days(data: &CalendarData) -> Markup {
    let of_year = |year: i32| {
        html! {
            ul { @for one in data.days_off.iter().filter(|one| one.from.year() == year) { li { (off(one)) } } }
            @for one in data.days_worked.iter().filter(|one| one.on.year() == year) { p { "Làm bù " (worked(one)) } }
        }
    };
    html! {
        h2 { "Ngày nghỉ, ngày làm bù" }
        @for year in years(data).iter().rev() { (details(&format!("Năm {year}"), &of_year(*year))) }
    }
}

fn versions(seen: &Seen) -> Markup {
    html! {
        h2 { "Các phiên bản" }
        ul {
            @for (number, at) in &seen.versions {
                li {
                    a href=(format!("{}?phien-ban={number}", address(&seen.data.code))) { "Phiên bản " (number) }
                    " – nhận lúc " (moment(at.to_offset(seen.offset), Lang::Vi)) " "
                    @if seen.versions.first().is_some_and(|(newest, _)| newest == number) { (tag(Tone::Good, "đang dùng")) }
                }
            }
        }
    }
}

const UNDO: [&str; 2] = [
    "Nhận nhầm: mở phiên bản trước trong mục Các phiên bản, bấm Soạn phiên bản mới từ phiên bản này rồi nhận lại.",
    "Lịch hẹn đã lùi không tự kéo về sớm hơn, vì người dân đã được báo; hồ sơ mới được tính theo lịch vừa nhận lại.",
];
