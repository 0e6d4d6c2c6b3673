use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::handlers::notices::tasks::open;
use crate::http::Problem;
use crate::pages::words::{left_tag, moment, prose};
use crate::pages::{By, Visit};
use crate::wire::tasks::TaskOut;
use actix_web::{HttpResponse, get, web};
use front::{Field, Form, Link, Markup, Tone, Typed, button, html, pairs, tag};
use kernel::Lang;
use time::Duration;

/// Whom the counter has to tell of what by other means, the most pressing first.
#[get("/quay/viec")]
pub(crate) async fn tasks(app: web::Data<App>, by: By<Clerk>) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let items = blocking(app, move |app| open(app, &staff)).await?;
    Ok(page(&by.visit, &items))
}

fn page(visit: &Visit, items: &[TaskOut]) -> HttpResponse {
    let mut frame = visit.frame("Báo tin bằng cách khác");
    frame.back = Some(Link::new("/quay", "Quầy tiếp nhận"));
    visit.show(&frame, &html! {
        h1 { (frame.title) }
        p.hint { "Tin nhắn và thư điện tử không tới được những người này: hãy gọi, hoặc trao giấy, rồi ghi lại." }
        @if items.is_empty() { p.nothing { "Không có việc nào." } }
        ul.cards { @for item in items { li.pressing[item.deliver_before.is_some()] { (card(visit, item)) } } }
    })
}

fn card(visit: &Visit, item: &TaskOut) -> Markup {
    let form = visit.form(Typed::default());
    html! {
        h2 { (item.name) " " @if item.legal { (tag(Tone::Warn, "phải báo theo luật")) } }
        (pairs(&[
            ("Điện thoại", html! { @if !item.phone.is_empty() { a href=(format!("tel:{}", item.phone)) { (item.phone) } } }),
            ("Thư điện tử", html! { (item.email) }),
            ("Địa chỉ", html! { (item.address) }),
            ("Phải báo trước", html! {
                @if let (Some(before), Some(left)) = (item.deliver_before, item.left_minutes) {
                    (moment(before, Lang::Vi)) " " (left_tag(Duration::minutes(left), Lang::Vi))
                }
            }),
            ("Cần nói", html! { @if let Some(text) = &item.text { (prose(text)) } }),
            ("Giấy trao tay", html! { @if item.letter.is_some() { a href=(format!("{}/giay", crate::pages::dossier::address(item.dossier))) { "Mở giấy" } } }),
        ]))
        (settling(&form, item))
    }
}

fn settling(form: &Form, item: &TaskOut) -> Markup {
    // Several such forms stand on the page: each field has an id of its own.
    let name = format!("/how-{}", item.id);
    form.to(
        &format!("/quay/viec/{}", item.id),
        &html! {
            (Field::new(form, name, "Đã báo bằng cách nào, cho ai, lúc nào").max(1000).line())
            (button("Ghi đã báo"))
        },
    )
}
