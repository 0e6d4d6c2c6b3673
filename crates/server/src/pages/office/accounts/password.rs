use super::{address, named};
use crate::app::{App, blocking};
use crate::auth::{self, Administrator};
use crate::http::Problem;
use crate::keys::random;
use crate::office::{Books, Keeper};
use crate::pages::office::answered::Again;
use crate::pages::office::below;
use crate::pages::{By, Sent, Visit};
use crate::wire::office::PasswordIn;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, web};
use data_encoding::HEXLOWER;
use front::{Field, Form, Link, Typed, actions, button, confirmation, html, warning};
use kernel::{Lang, UserId};
use store::accounts::Kept;

/// A password as it was given.
pub(super) enum Given {
    /// It was typed.
    Typed(String),
    /// It was made, and is to be shown.
    Made(String),
    /// It was made, shown, and is another by now.
    Gone,
}

impl Given {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Given::Typed(password) | Given::Made(password) => password,
            Given::Gone => "",
        }
    }

    /// The same, shown only as long as the account has it: a form that is sent again shows the same, and never one that
    /// isn't good.
    ///
    /// # Errors
    /// Not found; the database.
    pub(super) fn still_of(self, app: &App, id: UserId) -> Result<Given, Problem> {
        let Given::Made(password) = self else { return Ok(self) };
        let hash = Books::of(app).account(id)?.account.password_hash;
        Ok(if auth::verify(&password, Some(&hash))? { Given::Made(password) } else { Given::Gone })
    }
}

/// The password that was typed, or one that is made: the same for a form that is sent twice.
///
/// # Errors
/// A fault where the system gives no random numbers.
pub(super) fn given(app: &App, by: &Keeper, typed: &str) -> Result<Given, Problem> {
    if !typed.is_empty() {
        return Ok(Given::Typed(typed.to_owned()));
    }
    let chance = || random::<16>().map(|bytes| HEXLOWER.encode(&bytes));
    let key = by.terms.key.as_ref().map_or_else(chance, |key| Ok(key.key.clone()));
    let key = key.map_err(|why| Problem::Fault(why.to_string()))?;
    Ok(Given::Made(app.keys.first_password(&format!("{:?} {key}", by.user))))
}

/// That it is done, with the password to hand on.
pub(super) fn shown(visit: &Visit, done: &str, id: UserId, given: &Given) -> HttpResponse {
    let mut frame = below(visit, done, (&address(id), "Tài khoản"));
    frame.is_wide = false;
    visit.show(&frame, &html! {
        @match given {
            Given::Made(password) => {
                (confirmation(done, &html! { p { "Mật khẩu" br; strong.big.number { (password) } } }))
                (warning(Lang::Vi, &html! { p { "Hãy trao mật khẩu tận tay ngay bây giờ: hệ thống không lưu và không hiện lại. Nếu để mất, đặt mật khẩu khác." } }))
            }
            Given::Typed(_) => (confirmation(done, &html! { p { "Mật khẩu là mật khẩu bạn vừa nhập. Hãy trao tận tay." } })),
            Given::Gone => (confirmation(done, &html! { p { "Mật khẩu đã được hiện một lần, nay đã đổi. Nếu cần, hãy đặt mật khẩu khác." } })),
        }
        (actions(&[Link::new(address(id), "Mở tài khoản"), Link::new(super::LIST.0, "Danh sách tài khoản")]))
    })
}

/// The form of another password.
#[get("/quan-tri/tai-khoan/{id}/mat-khau")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: By<Administrator>,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = named(&id)?;
    let kept = blocking(app, move |app| Books::of(app).account(id)).await?;
    let form = by.visit.form_for(Typed::default(), kept.version);
    Ok(page(&by.visit, StatusCode::OK, &kept, &form))
}

/// Gives the account another password, and shows it once where it was made.
#[post("/quan-tri/tai-khoan/{id}/mat-khau")]
pub(crate) async fn set(
    app: web::Data<App>,
    by: By<Administrator>,
    id: web::Path<String>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let id = named(&id)?;
    let keeper = Keeper::of(&by.right.0, &sent.terms);
    let (outcome, kept) = blocking(app, move |app| {
        let outcome = changed(app, &keeper, id, &sent);
        Ok((outcome, Books::of(app).account(id)?))
    })
    .await?;
    let answer = outcome.map(|given| shown(&by.visit, "Đã đặt mật khẩu mới", id, &given));
    let again = Again { visit: &by.visit, typed: Typed::default(), version: Some(kept.version) };
    again.unless(answer, |status, form| page(&by.visit, status, &kept, form))
}

fn changed(app: &App, by: &Keeper, id: UserId, sent: &Sent) -> Result<Given, Problem> {
    let body: PasswordIn = sent.read()?;
    let password = given(app, by, body.password.as_str())?;
    Books::of(app).set_password(by, id, password.as_str())?;
    password.still_of(app, id)
}

fn page(visit: &Visit, status: StatusCode, kept: &Kept, form: &Form) -> HttpResponse {
    let here = address(kept.account.id);
    let mut frame = below(visit, "Đặt mật khẩu mới", (&here, &kept.account.name));
    frame.is_wide = false;
    let fields = html! {
        (Field::new(form, "/password", "Mật khẩu mới").hint("Để trống thì hệ thống tạo mật khẩu và hiện một lần. Tự đặt: ít nhất 10 ký tự.").autocomplete("new-password").password())
        (button("Đặt mật khẩu mới"))
    };
    let content = html! {
        h1 { (frame.title) }
        p { "Cho " strong { (kept.account.name) } " (" span.number { (kept.account.username) } "). Mật khẩu cũ hết hiệu lực; các phiên đang mở trên trình duyệt kết thúc ngay, ứng dụng khác mất quyền trong vài phút." }
        (form.to(&format!("{here}/mat-khau"), &fields))
    };
    visit.show_form(status, &frame, form, &content)
}
