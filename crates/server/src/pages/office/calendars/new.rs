use super::{LIST, NEW};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::{Line, Problem, Query};
use crate::pages::office::{below, file};
use crate::pages::{By, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, web};
use catalog::calendar_file;
use front::{Form, Typed, html, inset};
use serde::Deserialize;
use store::catalogue;

/// From which calendar, in which version.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    #[serde(rename = "tu")]
    from: Option<Line<64>>,
    #[serde(rename = "phien-ban")]
    version: Option<u32>,
}

/// The form of a calendar's file, with a version that is there already where one is named.
#[get("/quan-tri/nhan-lich")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: By<Administrator>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let text = blocking(app, move |app| {
        let Some(code) = wanted.0.from else { return Ok(String::new()) };
        let data = app.store.read(|db| match wanted.0.version {
            Some(version) => catalogue::calendar(db, code.as_str(), version),
            None => catalogue::newest_calendar(db, code.as_str()),
        })?;
        Ok(calendar_file::text(&data.ok_or(Problem::NotFound)?))
    });
    let typed = Typed::default().with("/text", text.await?);
    Ok(page(&by.visit, StatusCode::OK, &by.visit.form(typed)))
}

/// The form, sent to the dry run.
pub(super) fn page(visit: &Visit, status: StatusCode, form: &Form) -> HttpResponse {
    let frame = below(visit, "Nhận lịch từ tệp", LIST);
    let content = html! {
        h1 { (frame.title) }
        (inset(&html! {
            p { "Xem trước chưa thay đổi gì: trang sau nêu những gì khác phiên bản đang dùng và những lịch hẹn sẽ lùi. Sau đó mới xác nhận." }
            p { "Lịch khác lấy ngày nghỉ bằng extends không tự đổi theo: nhận lại từng lịch đó." }
        }))
        (form.with_files_to(NEW, &file::asked(form, ACCEPT, LABEL, HINT)))
    };
    visit.show_form(status, &frame, form, &content)
}

const ACCEPT: &str = ".toml";
const LABEL: &str = "Nội dung tệp lịch (TOML)";
const HINT: &str = "Hoặc dán toàn bộ nội dung tệp. Mã (code) đã có thì thành phiên bản mới của lịch đó; mã mới thì thành lịch mới.";
