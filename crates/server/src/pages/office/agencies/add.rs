use super::fields::{self, Choices};
use super::{LIST, address};
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
use front::{Field, Form, Typed, button, html};
use kernel::AgencyCode;

/// The form of a new agency.
#[get("/quan-tri/co-quan/moi")]
pub(crate) async fn ask(app: web::Data<App>, by: By<Administrator>) -> Result<HttpResponse, Problem> {
    let choices = blocking(app, Choices::read).await?;
    Ok(page(&by.visit, StatusCode::OK, &choices, &by.visit.form(Typed::default())))
}

/// Adds an agency, and leads to its page.
#[post("/quan-tri/co-quan/moi")]
pub(crate) async fn add(
    app: web::Data<App>,
    by: By<Administrator>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (typed, keeper) = (sent.typed.clone(), Keeper::of(&by.right.0, &sent.terms));
    let (outcome, choices) =
        blocking(app, move |app| Ok((added(app, &keeper, &sent), Choices::read(app)?))).await?;
    let on = outcome.map(|code| format!("{}?xong=added", address(&code)));
    let again = Again { visit: &by.visit, typed, version: None };
    again.or_on_to(on, |status, form| page(&by.visit, status, &choices, form))
}

fn added(app: &App, by: &Keeper, sent: &Sent) -> Result<AgencyCode, Problem> {
    let body: AgencyIn = sent.read()?;
    let unnamed = || {
        Problem::input(
            "/code",
            "missing",
            "Hãy nhập mã định danh của cơ quan.",
            "Give the agency's identifier.",
        )
    };
    let code = body.code.clone().ok_or_else(unnamed)?;
    agencies::add(app, by, body.under(code.clone()))?;
    Ok(code)
}

fn page(visit: &Visit, status: StatusCode, choices: &Choices, form: &Form) -> HttpResponse {
    let mut frame = below(visit, "Thêm cơ quan", LIST);
    frame.is_wide = false;
    let fields = html! {
        (Field::new(form, "/code", "Mã định danh").hint("Theo Nghị định 118/2025/NĐ-CP, ví dụ H32.17. Không đổi được về sau.").max(64).first().line())
        (fields::of(form, choices))
        (button("Thêm cơ quan"))
    };
    let content = html! {
        h1 { (frame.title) }
        (form.to(&format!("{}/moi", LIST.0), &fields))
    };
    visit.show_form(status, &frame, form, &content)
}
