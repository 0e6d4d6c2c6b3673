use super::drafting::{Drafting, Open, address, open, read};
use crate::app::{App, blocking};
use crate::http::Problem;
use crate::pages::dossier::rows::{components, proposed, ticked};
use crate::pages::{Visit, WithFiles, faults, see, uploads};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, get, post, web};
use front::{Form, Typed, button, html};

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
    WithFiles(drafting, mut sent): WithFiles<Drafting>,
) -> Result<HttpResponse, Problem> {
    let lang = visit.lang;
    let (open, saved) = blocking(app, move |app| {
        // Only of what is a draft still: what was sent takes files as a dossier.
        read(app, drafting.0)?;
        let put = uploads::put(app, drafting.0, None, &mut sent);
        let mut open = read(app, drafting.0)?;
        ticked(&mut sent.typed, open.version.components_of(&open.draft.case));
        let faults = open.save(app, &["/components"], sent.typed, lang)?;
        Ok((open, put.map(|()| faults)))
    })
    .await?;
    let again = |status, faults| {
        let form = Form { faults, ..visit.form(open.typed.clone()) };
        Ok(page(&visit, status, &open, &form))
    };
    match saved {
        Ok(faults) if faults.is_empty() => Ok(see(&format!("{}/kiem-tra", address(open.draft.id)))),
        Ok(faults) => again(StatusCode::UNPROCESSABLE_ENTITY, faults),
        Err(problem @ (Problem::Input(_) | Problem::Away(_))) => {
            again(problem.status_code(), faults(&problem, lang))
        }
        Err(problem) => Err(problem),
    }
}

fn page(visit: &Visit, status: StatusCode, open: &Open, form: &Form) -> HttpResponse {
    let frame = open.frame(visit, visit.say("Giấy tờ", "Papers"));
    let fields = html! {
        p.hint { (visit.say("Đánh dấu giấy tờ bạn có, và chọn ảnh chụp hoặc bản quét của nó.", "Tick each paper that you have, and choose a photo or scan of it.")) }
        (components(form, open.version.components_of(&open.draft.case), visit.lang))
        (button(visit.say("Lưu và tiếp tục", "Save and go on")))
    };
    visit.show_form(
        status,
        &frame,
        form,
        &html! { h1 { (frame.title) }
            (form.with_files_to(&format!("{}/giay-to", address(open.draft.id)), &fields))
        },
    )
}
