use super::differences::differences;
use super::{LIST, address, new};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::office::Keeper;
use crate::office::calendars::{Tried, read, take_in, tried};
use crate::pages::office::answered::Again;
use crate::pages::office::{below, file, offset};
use crate::pages::words::moment;
use crate::pages::{By, Visit, WithFiles};
use crate::wire::office::FileIn;
use crate::worker::recounts::Touched;
use actix_web::{HttpResponse, post, web};
use front::{Link, Markup, Row, Tone, Typed, actions, banner, button, html, table};
use kernel::Lang;
use time::UtcOffset;

/// What a calendar would change: the dry run, with the form that confirms it.
#[post("/quan-tri/nhan-lich")]
pub(crate) async fn try_out(
    app: web::Data<App>,
    WithFiles(by, mut sent): WithFiles<By<Administrator>>,
) -> Result<HttpResponse, Problem> {
    let readable = file::pasted(&mut sent);
    let (typed, staff) = (sent.typed.clone(), by.right.0.clone());
    let found = blocking(app, move |app| {
        readable?;
        let file: FileIn = sent.read()?;
        Ok((tried(app, read(&app.store, file.text.as_str())?)?, offset(app, &staff)?))
    });
    let shown = found.await.map(|(tried, offset)| page(&by.visit, &tried, typed.clone(), offset));
    let again = Again { visit: &by.visit, typed, version: None };
    again.unless(shown, |status, form| new::page(&by.visit, status, form))
}

/// Takes the calendar in that was tried out, and leads to its page.
#[post("/quan-tri/lich")]
pub(crate) async fn confirm(
    app: web::Data<App>,
    WithFiles(by, sent): WithFiles<By<Administrator>>,
) -> Result<HttpResponse, Problem> {
    let (typed, keeper) = (sent.typed.clone(), Keeper::of(&by.right.0, &sent.terms));
    let taken = blocking(app, move |app| {
        let file: FileIn = sent.read()?;
        let data = read(&app.store, file.text.as_str())?;
        let code = data.code.clone();
        take_in(app, &keeper, data).map(|_| code)
    });
    let on = taken.await.map(|code| format!("{}?xong=taken-in", address(&code)));
    let again = Again { visit: &by.visit, typed, version: None };
    again.or_on_to(on, |status, form| new::page(&by.visit, status, form))
}

fn page(visit: &Visit, tried: &Tried, typed: Typed, offset: UtcOffset) -> HttpResponse {
    let frame = below(visit, format!("Xem trước: {}", tried.data.name), LIST);
    let form = visit.form_for(typed, i64::from(tried.base()));
    visit.show(&frame, &html! {
        h1 { (frame.title) }
        @if tried.is_same() {
            (banner(Tone::Plain, &html! { p { "Nội dung giống hệt phiên bản " (tried.base()) " đang dùng: không có gì để nhận." } }))
            (actions(&[Link::new(address(&tried.data.code), "Về lịch đang dùng")]))
        } @else {
            (told(tried, offset))
            (form.with_files_to(LIST.0, &html! { (file::tried(&form)) (button("Xác nhận nhận lịch")) }))
        }
    })
}

fn told(tried: &Tried, offset: UtcOffset) -> Markup {
    html! {
        p.lead {
            @if tried.newest.is_some() { "Sẽ thành phiên bản " (tried.data.version) ", thay phiên bản " (tried.base()) "." }
            @else { "Sẽ thành lịch mới “" (tried.data.code) "”." }
        }
        h2 { "Khác phiên bản đang dùng" }
        (differences(tried.newest.as_ref(), &tried.data))
        h2 { "Lịch hẹn bị ảnh hưởng" }
        p { strong { (tried.touched.len()) } " lịch hẹn đang mở sẽ lùi. Lịch hẹn chỉ lùi, không sớm lên, và không tính là hẹn lại; người nộp được báo." }
        (table("Lịch hẹn sẽ lùi", &["Hồ sơ", "Từ", "Đến"], &rows(&tried.touched, offset), "Không có lịch hẹn nào phải lùi."))
        @if tried.touched.len() > SHOWN { p.faint { "Và " (tried.touched.len() - SHOWN) " hồ sơ khác." } }
    }
}

/// How many appointments are shown at most.
const SHOWN: usize = 200;

fn rows(touched: &[Touched], offset: UtcOffset) -> Vec<Row> {
    let at = |at: time::OffsetDateTime| moment(at.to_offset(offset), Lang::Vi);
    let row = |one: &Touched| {
        Row::of([html! { span.number { (one.code) } }, html! { (at(one.from)) }, html! { (at(one.to)) }])
    };
    touched.iter().take(SHOWN).map(row).collect()
}
