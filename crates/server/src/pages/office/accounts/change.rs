use super::fields::{self, Choices};
use super::{address, named};
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
use front::{Form, button, html};
use kernel::UserId;
use store::accounts::Kept;

/// The form of an account, with what it is now.
#[get("/quan-tri/tai-khoan/{id}/sua")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: By<Administrator>,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = named(&id)?;
    let (kept, choices) = blocking(app, move |app| known(app, id)).await?;
    let form = by.visit.form_for(fields::typed(&kept), kept.version);
    Ok(page(&by.visit, StatusCode::OK, &kept, &choices, &form))
}

/// Changes it, and leads back to its page.
#[post("/quan-tri/tai-khoan/{id}/sua")]
pub(crate) async fn change(
    app: web::Data<App>,
    by: By<Administrator>,
    id: web::Path<String>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let id = named(&id)?;
    let (typed, keeper) = (sent.typed.clone(), Keeper::of(&by.right.0, &sent.terms));
    let (outcome, (kept, choices)) = blocking(app, move |app| {
        let outcome = changed(app, &keeper, id, sent);
        Ok((outcome, known(app, id)?))
    })
    .await?;
    let on = outcome.map(|()| format!("{}?xong=changed", address(id)));
    let again = Again { visit: &by.visit, typed, version: Some(kept.version) };
    again.or_on_to(on, |status, form| page(&by.visit, status, &kept, &choices, form))
}

fn known(app: &App, id: UserId) -> Result<(Kept, Choices), Problem> {
    let kept = Books::of(app).account(id)?;
    let choices = Choices::read(app, &kept.account.fields)?;
    Ok((kept, choices))
}

fn changed(app: &App, by: &Keeper, id: UserId, sent: Sent) -> Result<(), Problem> {
    let body: AccountIn = sent.several("/roles").several("/fields").read()?;
    Books::of(app).change_account(by, id, Wanted::from(body))
}

fn page(visit: &Visit, status: StatusCode, kept: &Kept, choices: &Choices, form: &Form) -> HttpResponse {
    let here = address(kept.account.id);
    let mut frame = below(visit, "Sửa tài khoản", (&here, &kept.account.name));
    frame.is_wide = false;
    let content = html! {
        h1 { (frame.title) }
        p.faint { "Tên đăng nhập " span.number { (kept.account.username) } }
        (form.to(&format!("{here}/sua"), &html! { (fields::of(form, choices)) (button("Lưu")) }))
    };
    visit.show_form(status, &frame, form, &content)
}
