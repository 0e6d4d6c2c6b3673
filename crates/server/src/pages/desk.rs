use super::dossier::find::rows;
use super::{By, onward};
use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::handlers::dossiers::list::{Desk, Listing, found};
use crate::http::{Line, Problem, Query};
use actix_web::{HttpResponse, get, web};
use front::{Typed, html};
use serde::Deserialize;

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    after: Option<Line<500>>,
}

/// What lies on my desk, what is due first on top; and what my agency was asked.
#[get("/ban-lam-viec")]
pub(crate) async fn desk(
    app: web::Data<App>,
    by: By<AtWork>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let (mine, asked, now) = blocking(app, move |app| {
        let mine = Listing { desk: Some(Desk::Mine), after: wanted.0.after, ..Listing::default() };
        let asked = Listing { asked: Some(Desk::Mine), ..Listing::default() };
        Ok((found(app, &staff, mine)?, found(app, &staff, asked)?, app.clock.now()))
    })
    .await?;
    let frame = by.visit.frame("Bàn làm việc");
    Ok(by.visit.show(&frame, &html! {
        h1 { (frame.title) }
        (rows("Hồ sơ chờ tôi xử lý, gần hạn trước", &mine.items, &mine.calendar, now))
        @if let Some(next) = &mine.next { p { a href=(onward("/ban-lam-viec", &Typed::default(), next)) { "Trang sau" } } }
        @if !asked.items.is_empty() { (rows("Cơ quan được hỏi ý kiến hoặc nội dung bổ sung", &asked.items, &asked.calendar, now)) }
    }))
}
