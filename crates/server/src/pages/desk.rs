use super::By;
use super::dossier::find::rows;
use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::handlers::dossiers::list::{Desk, Listing, found};
use crate::http::Problem;
use actix_web::{HttpResponse, get, web};
use front::html;

/// What lies on my desk, what is due first on top; and what my agency was asked.
#[get("/ban-lam-viec")]
pub(crate) async fn desk(app: web::Data<App>, by: By<AtWork>) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let (mine, asked, calendar, now) = blocking(app, move |app| {
        let mine = found(app, &staff, Listing { desk: Some(Desk::Mine), ..Listing::default() })?;
        let asked = found(app, &staff, Listing { asked: Some(Desk::Mine), ..Listing::default() })?;
        Ok((mine.items, asked.items, mine.calendar, app.clock.now()))
    })
    .await?;
    let frame = by.visit.frame("Bàn làm việc");
    Ok(by.visit.show(&frame, &html! {
        h1 { (frame.title) }
        (rows("Hồ sơ chờ tôi xử lý, gần hạn trước", &mine, &calendar, now))
        @if !asked.is_empty() { (rows("Cơ quan được hỏi ý kiến hoặc nội dung bổ sung", &asked, &calendar, now)) }
    }))
}
