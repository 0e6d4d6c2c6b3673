use super::lacks::lacks;
use super::{LIST, address, new};
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::import::{Judged, Outcome};
use crate::office::Keeper;
use crate::office::procedures::{fingerprint, read, take_in, tried};
use crate::pages::office::answered::Again;
use crate::pages::office::{below, file};
use crate::pages::{By, Visit, WithFiles};
use crate::wire::office::FileIn;
use actix_web::{HttpResponse, post, web};
use front::{Markup, Tone, Typed, banner, button, html, tag};

/// What would become of each procedure: the dry run, with the form that confirms it.
#[post("/quan-tri/nhan-thu-tuc")]
pub(crate) async fn try_out(
    app: web::Data<App>,
    WithFiles(by, mut sent): WithFiles<By<Administrator>>,
) -> Result<HttpResponse, Problem> {
    let readable = file::pasted(&mut sent);
    let typed = sent.typed.clone();
    let found = blocking(app, move |app| {
        readable?;
        let file: FileIn = sent.read()?;
        tried(app, read(file.text.as_str())?)
    });
    let shown = found.await.map(|judged| page(&by.visit, &judged, typed.clone()));
    let again = Again { visit: &by.visit, typed, version: None };
    again.unless(shown, |status, form| new::page(&by.visit, status, form))
}

/// Takes the procedures in that were tried out.
#[post("/quan-tri/thu-tuc")]
pub(crate) async fn confirm(
    app: web::Data<App>,
    WithFiles(by, sent): WithFiles<By<Administrator>>,
) -> Result<HttpResponse, Problem> {
    let (typed, keeper) = (sent.typed.clone(), Keeper::of(&by.right.0, &sent.terms));
    let taken = blocking(app, move |app| {
        let file: FileIn = sent.read()?;
        let drafts = read(file.text.as_str())?;
        let on = match drafts.as_slice() {
            [only] => address(only.code.as_str()),
            _ => LIST.0.to_owned(),
        };
        take_in(app, &keeper, drafts).map(|()| on)
    });
    let again = Again { visit: &by.visit, typed, version: None };
    again.or_on_to(taken.await, |status, form| new::page(&by.visit, status, form))
}

fn page(visit: &Visit, judged: &[Judged], typed: Typed) -> HttpResponse {
    let frame = below(visit, "Xem trước thủ tục", LIST);
    let form = visit.form_for(typed, fingerprint(judged));
    let is_new = judged.iter().any(|one| !matches!(one.outcome(), Outcome::Unchanged(_)));
    visit.show(&frame, &html! {
        h1 { (frame.title) }
        ul.cards { @for one in judged { li { (card(one)) } } }
        @if is_new { (form.with_files_to(LIST.0, &html! { (file::tried(&form)) (button("Xác nhận")) })) }
        @else { (banner(Tone::Plain, &html! { p { "Nội dung giống hệt những gì đang công bố: không có gì để nhận." } })) }
    })
}

fn card(judged: &Judged) -> Markup {
    let draft = &judged.draft;
    html! {
        h2 { (draft.name) " " (standing(&judged.outcome())) }
        p.faint { (draft.field) " · " span.number { (draft.code) } @if let Some(time) = draft.time { " · " (time.vietnamese()) } }
        @if let Err(all) = &judged.verdict { p { "Còn thiếu:" } (lacks(all)) }
        @if judged.verdict.is_err() && judged.current.is_some() { p.hint { "Phiên bản đang công bố không bị ảnh hưởng." } }
    }
}

fn standing(outcome: &Outcome) -> Markup {
    match outcome {
        Outcome::Published(version) => tag(Tone::Good, &format!("sẽ công bố, phiên bản {version}")),
        Outcome::Unchanged(version) => tag(Tone::Plain, &format!("không đổi, phiên bản {version}")),
        Outcome::Draft(_) => tag(Tone::Warn, "sẽ là bản nháp"),
    }
}
