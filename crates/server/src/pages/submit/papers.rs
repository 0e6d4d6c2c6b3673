use super::drafting::{Drafting, Open, address, open, read};
use crate::app::{App, blocking};
use crate::http::Problem;
use crate::pages::dossier::rows::{components, proposed};
use crate::pages::{Sent, Visit, faults, see, uploads};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, get, post, web};
use front::{Fault, Form, Typed, button, html};

/// The papers of the case, each with its scan.
#[get("/nop/{draft}/giay-to")]
pub(crate) async fn ask(
    app: web::Data<App>,
    visit: Visit,
    drafting: Drafting,
) -> Result<HttpResponse, Problem> {
    let open = open(app, drafting).await?;
    let is_begun = open.typed.0.iter().any(|(name, _)| name.starts_with("/components"));
    let typed = if is_begun {
        open.typed.clone()
    } else {
        proposed(Typed::default(), open.version.components_of(&open.draft.case))
    };
    Ok(page(&visit, StatusCode::OK, &open, &visit.form(typed)))
}

/// Puts the scans away, saves, and goes on; what is missing is said first. What was uploaded needn't be chosen again.
#[post("/nop/{draft}/giay-to")]
pub(crate) async fn save(
    app: web::Data<App>,
    visit: Visit,
    drafting: Drafting,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let lang = visit.lang;
    let tried = sent.typed.clone();
    let (open, saved) = blocking(app, move |app| {
        let mut open = read(app, drafting.0)?;
        let saved = uploads::put(app, drafting.0, None, sent).and_then(|sent| {
            open.save(app, "/components", sent.typed)?;
            Ok(open.faults(lang).into_iter().filter(is_here).collect::<Vec<Fault>>())
        });
        Ok((open, saved))
    })
    .await?;
    match saved {
        Ok(faults) if faults.is_empty() => Ok(see(&format!("{}/kiem-tra", address(open.draft.id)))),
        Ok(faults) => {
            let form = Form { faults, ..visit.form(open.typed.clone()) };
            Ok(page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &open, &form))
        }
        Err(problem @ (Problem::Input(_) | Problem::FileTooLarge(_))) => {
            let mut form = visit.form(tried);
            form.faults = faults(&problem, &form);
            Ok(page(&visit, problem.status_code(), &open, &form))
        }
        Err(problem) => Err(problem),
    }
}

fn is_here(fault: &Fault) -> bool {
    fault.name.as_ref().is_some_and(|name| name.starts_with("/components"))
}

fn page(visit: &Visit, status: StatusCode, open: &Open, form: &Form) -> HttpResponse {
    let mut frame = open.frame(visit, visit.say("Giấy tờ", "Papers"));
    frame.is_faulty = !form.faults.is_empty();
    let fields = html! {
        p.hint { (visit.say("Đánh dấu giấy tờ bạn có, và chọn ảnh chụp hoặc bản quét của nó.", "Tick each paper that you have, and choose a photo or scan of it.")) }
        (components(form, open.version.components_of(&open.draft.case), visit.lang))
        (button(visit.say("Lưu và tiếp tục", "Save and go on")))
    };
    visit.show_as(
        status,
        &frame,
        &html! {
            (form.summary())
            h1 { (frame.title) }
            (form.with_files_to(&format!("{}/giay-to", address(open.draft.id)), &fields))
        },
    )
}
