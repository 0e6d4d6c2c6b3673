use super::LIST;
use super::fields::{self, Choices};
use super::password::{Given, given, shown};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::office::accounts::Wanted;
use crate::office::{Books, Keeper};
use crate::pages::office::answered::Again;
use crate::pages::office::below;
use crate::pages::{By, Sent, Visit};
use crate::wire::office::AccountIn;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, web};
use front::{Field, Form, Typed, button, html};
use kernel::UserId;

/// The form of a new account.
#[get("/quan-tri/tai-khoan/moi")]
pub(crate) async fn ask(app: web::Data<App>, by: By<Administrator>) -> Result<HttpResponse, Problem> {
    let choices = blocking(app, |app| Choices::read(app, &[])).await?;
    Ok(page(&by.visit, StatusCode::OK, &choices, &by.visit.form(Typed::default())))
}

/// Adds an account, and shows once the password that was made for it.
#[post("/quan-tri/tai-khoan/moi")]
pub(crate) async fn add(
    app: web::Data<App>,
    by: By<Administrator>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let typed = Typed(sent.typed.0.iter().filter(|(name, _)| name != "/password").cloned().collect());
    let keeper = Keeper::of(&by.right.0, &sent.terms);
    let (outcome, choices) = blocking(app, move |app| {
        let choices = Choices::read(app, &[])?;
        Ok((added(app, &keeper, sent), choices))
    })
    .await?;
    let answer = outcome.map(|(id, given)| shown(&by.visit, "Đã thêm tài khoản", id, &given));
    let again = Again { visit: &by.visit, typed, version: None };
    again.unless(answer, |status, form| page(&by.visit, status, &choices, form))
}

fn added(app: &App, by: &Keeper, sent: Sent) -> Result<(UserId, Given), Problem> {
    let body: AccountIn = sent.several("/roles").several("/fields").read()?;
    let password = given(app, by, body.password.as_str())?;
    let username = body.username.as_str().to_owned();
    let id = Books::of(app).add_account(by, &username, password.as_str(), Wanted::from(body))?;
    Ok((id, password.still_of(app, id)?))
}

fn page(visit: &Visit, status: StatusCode, choices: &Choices, form: &Form) -> HttpResponse {
    let mut frame = below(visit, "Thêm tài khoản", LIST);
    frame.is_wide = false;
    let fields = html! {
        (Field::new(form, "/username", "Tên đăng nhập").hint("Chữ thường không dấu, chữ số, dấu chấm hoặc gạch. Không đổi được về sau.").max(64).autocomplete("username").first().line())
        (Field::new(form, "/password", "Mật khẩu đầu tiên").hint("Để trống thì hệ thống tạo mật khẩu và hiện một lần. Tự đặt: ít nhất 10 ký tự.").autocomplete("new-password").password())
        (fields::of(form, choices))
        (button("Thêm tài khoản"))
    };
    let content = html! {
        h1 { (frame.title) }
        (form.to(&format!("{}/moi", LIST.0), &fields))
    };
    visit.show_form(status, &frame, form, &content)
}
