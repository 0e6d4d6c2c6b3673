use super::{LIST, NEW};
use crate::auth::Administrator;
use crate::pages::office::{below, file};
use crate::pages::{By, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get};
use front::{Form, Typed, html, inset};

/// The form of a catalogue file.
#[get("/quan-tri/nhan-thu-tuc")]
pub(crate) async fn ask(by: By<Administrator>) -> HttpResponse {
    page(&by.visit, StatusCode::OK, &by.visit.form(Typed::default()))
}

/// The form, sent to the dry run.
pub(super) fn page(visit: &Visit, status: StatusCode, form: &Form) -> HttpResponse {
    let frame = below(visit, "Nhận thủ tục từ tệp", LIST);
    let content = html! {
        h1 { (frame.title) }
        (inset(&html! { p { "Xem trước chưa thay đổi gì: trang sau nêu thủ tục nào sẽ được công bố, thủ tục nào còn là bản nháp và vì sao. Sau đó mới xác nhận." } }))
        (form.with_files_to(NEW, &file::asked(form, ACCEPT, LABEL, HINT)))
    };
    visit.show_form(status, &frame, form, &content)
}

const ACCEPT: &str = ".toml,.json";
const LABEL: &str = "Nội dung tệp danh mục (TOML hoặc JSON)";
const HINT: &str = "Hoặc dán toàn bộ nội dung tệp có danh sách procedures.";
