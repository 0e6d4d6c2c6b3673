use super::fields::{self, Choices};
use super::{address, named};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::office::{Keeper, agencies};
use crate::pages::office::answered::Again;
use crate::pages::office::below;
use crate::pages::{By, Sent, Visit};
use crate::wire::office::AgencyIn;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, web};
use catalog::Agency;
use front::{Form, button, html};
use kernel::AgencyCode;

/// The form of an agency, with what it is now.
#[get("/quan-tri/co-quan/{code}/sua")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: By<Administrator>,
    code: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let code = named(&code)?;
    let ((agency, version), choices) =
        blocking(app, move |app| Ok((agencies::kept(app, &code)?, Choices::read(app)?))).await?;
    let form = by.visit.form_for(fields::typed(&agency), version);
    Ok(page(&by.visit, StatusCode::OK, &agency, &choices, &form))
}

/// Changes it, and leads back to its page.
#[post("/quan-tri/co-quan/{code}/sua")]
pub(crate) async fn change(
    app: web::Data<App>,
    by: By<Administrator>,
    code: web::Path<String>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let code = named(&code)?;
    let (typed, keeper) = (sent.typed.clone(), Keeper::of(&by.right.0, &sent.terms));
    let (outcome, (agency, version), choices) = blocking(app, move |app| {
        let outcome = changed(app, &keeper, &code, &sent);
        Ok((outcome, agencies::kept(app, &code)?, Choices::read(app)?))
    })
    .await?;
    let on = outcome.map(|()| format!("{}?xong=changed", address(&agency.code)));
    let again = Again { visit: &by.visit, typed, version: Some(version) };
    again.or_on_to(on, |status, form| page(&by.visit, status, &agency, &choices, form))
}

fn changed(app: &App, by: &Keeper, code: &AgencyCode, sent: &Sent) -> Result<(), Problem> {
    let body: AgencyIn = sent.read()?;
    agencies::change(app, by, body.under(code.clone())).map(drop)
}

fn page(visit: &Visit, status: StatusCode, agency: &Agency, choices: &Choices, form: &Form) -> HttpResponse {
    let here = address(&agency.code);
    let mut frame = below(visit, "Sửa cơ quan", (&here, &agency.name));
    frame.is_wide = false;
    let content = html! {
        h1 { (frame.title) }
        p.faint { "Mã định danh " span.number { (agency.code) } }
        (form.to(&format!("{here}/sua"), &html! { (fields::of(form, choices)) (button("Lưu")) }))
    };
    visit.show_form(status, &frame, form, &content)
}
