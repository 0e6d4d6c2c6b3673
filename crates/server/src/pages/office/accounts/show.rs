use super::list::standing;
use super::{LIST, address, named};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::{Line, Problem, Query};
use crate::office::Books;
use crate::pages::office::answered::Again;
use crate::pages::office::history::{SHOWN, history};
use crate::pages::office::{below, offset};
use crate::pages::{By, Visit};
use crate::printing::title;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, web};
use front::{Form, Link, Markup, Tone, Typed, actions, banner, html, pairs};
use kernel::{Staff, UserId};
use serde::Deserialize;
use store::accounts::Kept;
use store::office::{Done, Subject, about};
use time::UtcOffset;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    xong: Option<Line<32>>,
}

/// An account with what has been done about it.
struct Seen {
    kept: Kept,
    agency: String,
    done: Vec<Done>,
    offset: UtcOffset,
    is_own: bool,
}

/// An account, and what may be done about it.
#[get("/quan-tri/tai-khoan/{id}")]
pub(crate) async fn show(
    app: web::Data<App>,
    by: By<Administrator>,
    id: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let (id, staff) = (named(&id)?, by.right.0.clone());
    let seen = blocking(app, move |app| read(app, &staff, id)).await?;
    let said = wanted.0.xong.as_ref().map(|_| "Đã lưu.");
    Ok(page(&by.visit, StatusCode::OK, &seen, &by.visit.form_for(Typed::default(), seen.kept.version), said))
}

/// The page after the account was shut or opened, or what kept it from that.
///
/// # Errors
/// What no page can mend; not found; the database.
pub(super) async fn after(
    app: web::Data<App>,
    by: &By<Administrator>,
    id: UserId,
    outcome: Result<(), Problem>,
) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let seen = blocking(app, move |app| read(app, &staff, id)).await?;
    let again = Again { visit: &by.visit, typed: Typed::default(), version: Some(seen.kept.version) };
    let on = outcome.map(|()| format!("{}?xong=turned", address(id)));
    again.or_on_to(on, |status, form| page(&by.visit, status, &seen, form, None))
}

fn read(app: &App, staff: &Staff, id: UserId) -> Result<Seen, Problem> {
    let kept = Books::of(app).account(id)?;
    let newest = app.directory.newest()?;
    let agency = newest.agency(&kept.account.agency).map(|agency| agency.name.clone()).unwrap_or_default();
    let done = app.store.read(|db| about(db, Subject::Account, &id.0.to_string(), SHOWN))?;
    Ok(Seen { is_own: staff.user == id, offset: offset(app, staff)?, kept, agency, done })
}

fn page(visit: &Visit, status: StatusCode, seen: &Seen, form: &Form, said: Option<&str>) -> HttpResponse {
    let (account, here) = (&seen.kept.account, address(seen.kept.account.id));
    let frame = below(visit, account.name.clone(), LIST);
    let to_do =
        [Link::new(format!("{here}/sua"), "Sửa"), Link::new(format!("{here}/mat-khau"), "Đặt mật khẩu mới")];
    visit.show_form(
        status,
        &frame,
        form,
        &html! { @if let Some(said) = said { (banner(Tone::Good, &html! { p { (said) } })) }
            h1 { (frame.title) " " (standing(account.active)) }
            (facts(seen))
            (actions(&to_do))
            (turn(seen, form, &here))
            (history(&seen.done, seen.offset, &UNDO))
        },
    )
}

fn facts(seen: &Seen) -> Markup {
    let Kept { account, contact, .. } = &seen.kept;
    pairs(&[
        ("Tên đăng nhập", html! { span.number { (account.username) } }),
        ("Cơ quan", html! { (seen.agency) " (" (account.agency) ")" }),
        ("Vai trò", html! { @for role in &account.roles { div { (title(*role)) } } }),
        ("Lĩnh vực được giao", html! { @for field in &account.fields { div { (field) } } }),
        ("Chức vụ ghi dưới chữ ký", html! { (contact.position) }),
        ("Điện thoại", html! { (contact.phone) }),
        ("Thư điện tử", html! { (contact.email) }),
    ])
}

/// Shutting it, or opening it again.
fn turn(seen: &Seen, form: &Form, here: &str) -> Markup {
    html! {
        @if seen.is_own {
            p.hint { "Đây là tài khoản của bạn: việc ngừng hoạt động do quản trị viên khác làm." }
        } @else if seen.kept.account.active {
            h2 { "Ngừng hoạt động" }
            p { "Người này không đăng nhập được nữa; các phiên đang mở trên trình duyệt kết thúc ngay, ứng dụng khác mất quyền trong vài phút. Hồ sơ đã làm vẫn ghi tên; bước đang giữ cần được giao cho người khác." }
            (form.to(&format!("{here}/ngung"), &html! { button.grave type="submit" { "Ngừng hoạt động" } }))
        } @else {
            h2 { "Cho hoạt động lại" }
            p { "Người này đăng nhập lại được bằng mật khẩu cũ." }
            (form.to(&format!("{here}/mo-lai"), &html! { button type="submit" { "Cho hoạt động lại" } }))
        }
    }
}

const UNDO: [&str; 4] = [
    "Sửa nhầm: cột Thay đổi ghi nội dung trước và sau; bấm Sửa và nhập lại nội dung trước. Số điện thoại và thư điện tử không được ghi lại, hãy hỏi người dùng.",
    "Ngừng nhầm: bấm Cho hoạt động lại; mật khẩu cũ dùng được ngay.",
    "Đặt mật khẩu nhầm người: đặt mật khẩu khác và báo cho người đó; mật khẩu cũ không lấy lại được.",
    "Thêm nhầm: tài khoản không xóa được vì nhật ký còn nêu tên; hãy ngừng hoạt động.",
];
