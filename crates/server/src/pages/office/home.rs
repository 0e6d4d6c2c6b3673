use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::office::procedures::drafts;
use crate::pages::By;
use actix_web::{HttpResponse, get, web};
use calendar::CalendarData;
use front::{Link, Markup, Tone, html, tag, task_list};
use store::catalogue;

/// Where an administrator can go, with what wants attention.
#[get("/quan-tri")]
pub(crate) async fn home(app: web::Data<App>, by: By<Administrator>) -> Result<HttpResponse, Problem> {
    let (drafts, calendars) =
        blocking(app, |app| Ok((drafts(app)?, app.store.read(catalogue::newest_calendars)?))).await?;
    let lacking = drafts.iter().filter(|(_, lacks)| !lacks.is_empty()).count();
    let ready = drafts.len() - lacking;
    let frame = by.visit.frame("Quản trị");
    let places = [
        (Link::new("/quan-tri/tai-khoan", "Tài khoản"), html! {}),
        (Link::new("/quan-tri/co-quan", "Cơ quan"), html! {}),
        (Link::new("/quan-tri/lich", "Lịch làm việc"), provisional(&calendars)),
        (Link::new("/quan-tri/thu-tuc", "Thủ tục"), waiting(lacking, ready)),
    ];
    Ok(by.visit.show(&frame, &html! { h1 { (frame.title) } (task_list(&places)) }))
}

fn provisional(calendars: &[CalendarData]) -> Markup {
    let mut years: Vec<i32> = calendars.iter().flat_map(|one| one.provisional.iter().copied()).collect();
    years.sort_unstable();
    years.dedup();
    html! { @for year in years { (tag(Tone::Warn, &format!("năm {year} còn tạm tính"))) " " } }
}

fn waiting(lacking: usize, ready: usize) -> Markup {
    html! {
        @if lacking > 0 { (tag(Tone::Warn, &format!("{lacking} bản nháp còn thiếu"))) " " }
        @if ready > 0 { (tag(Tone::Good, &format!("{ready} bản nháp đủ điều kiện công bố"))) }
    }
}
