use super::Visit;
use actix_web::{HttpResponse, get};
use front::{Field, html};

/// The first page: find a procedure, follow a dossier.
#[get("/")]
pub(crate) async fn home(visit: Visit) -> HttpResponse {
    let frame = visit.frame(visit.say("Dịch vụ công một cửa", "One-stop public services"));
    let form = visit.form(front::Typed::default());
    let content = html! {
        h1 { (frame.title) }
        form method="get" action="/thu-tuc" role="search" {
            div.row {
                (Field::new(&form, "q", visit.say("Bạn cần làm thủ tục gì?", "Which procedure do you need?"))
                    .hint(visit.say("Ví dụ: khai sinh, xác nhận hôn nhân", "In Vietnamese, with or without diacritics"))
                    .max(200).line())
                button type="submit" { (visit.say("Tìm", "Search")) }
            }
        }
        h2 { (visit.say("Bạn đã nộp hồ sơ?", "Have you submitted a dossier?")) }
        p { a.action href="/ho-so" { (visit.say("Tra cứu hồ sơ", "Follow a dossier")) } }
        h2 { (visit.say("Phản ánh, kiến nghị", "Feedback and complaints")) }
        p { a href="/phan-anh" { (visit.say("Gửi phản ánh, xem trả lời đã công khai", "Send feedback, read published answers")) } }
        p { a href="/duong-day-nong" { (visit.say("Đường dây nóng của các cơ quan", "Hotlines of the agencies")) } }
    };
    visit.show(&frame, &content)
}
