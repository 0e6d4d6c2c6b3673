use super::{LIST, NEW};
use crate::auth::Administrator;
use crate::pages::office::below;
use crate::pages::{By, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get};
use front::{Field, Form, Typed, button, html, inset};

/// The form of a catalogue file.
#[get("/quan-tri/nhan-thu-tuc")]
pub(crate) async fn ask(by: By<Administrator>) -> HttpResponse {
    page(&by.visit, StatusCode::OK, &by.visit.form(Typed::default()))
}

/// The form, sent to the dry run.
pub(super) fn page(visit: &Visit, status: StatusCode, form: &Form) -> HttpResponse {
    let mut frame = below(visit, "Nhận thủ tục từ tệp", LIST);
    frame.is_faulty = !form.faults.is_empty();
    let fields = html! {
        (Field::new(form, "/text", "Nội dung tệp danh mục (TOML hoặc JSON)").hint("Dán toàn bộ nội dung tệp có danh sách procedures.").text(24))
        (button("Xem trước"))
    };
    let content = html! {
        (form.summary())
        h1 { (frame.title) }
        (inset(&html! { p { "Xem trước chưa thay đổi gì: trang sau nêu thủ tục nào sẽ được công bố, thủ tục nào còn là bản nháp và vì sao. Sau đó mới xác nhận." } }))
        (form.to(NEW, &fields))
    };
    visit.show_as(status, &frame, &content)
}
