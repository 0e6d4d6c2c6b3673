use super::drafting::{Drafting, Open, address, open};
use crate::app::{App, blocking};
use crate::auth::by_holder;
use crate::http::{Line, Problem, Query};
use crate::pages::{Visit, see};
use actix_web::{HttpRequest, HttpResponse, get, web};
use front::{Link, Tone, html, tag, task_list};
use kernel::DossierId;
use serde::Deserialize;
use store::query::Ref;
use uuid::Uuid;

/// The secret, where somebody goes on elsewhere.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    ma: Option<Line<64>>,
}

/// The parts of a draft, with how each stands. With the secret in the address it goes on in another browser.
#[get("/nop/{draft}")]
pub(crate) async fn overview(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    named: web::Path<String>,
    drafting: Result<Drafting, Problem>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    if let Some(secret) = wanted.0.ma {
        app.limits.look_up.count(&request)?;
        let id = Uuid::try_parse(&named).map(DossierId).map_err(|_| Problem::NotFound)?;
        if !app.keys.is_secret_of(id, secret.as_str()) {
            return Err(Problem::NotFound);
        }
        return visit.see_with(&address(id), secret.as_str());
    }
    let drafting = drafting?;
    match open(app.clone(), drafting).await {
        Ok(open) => Ok(page(&app, &visit, &open)),
        Err(Problem::NotFound) => sent_already(app, drafting).await,
        Err(problem) => Err(problem),
    }
}

/// A draft that was sent leads to its dossier.
async fn sent_already(app: web::Data<App>, Drafting(id): Drafting) -> Result<HttpResponse, Problem> {
    let secret = app.keys.secret_of(id);
    blocking(app, move |app| by_holder(app, &Ref::Id(id), &secret)).await?;
    Ok(see(&format!("{}/xong", address(id))))
}

fn page(app: &App, visit: &Visit, open: &Open) -> HttpResponse {
    let id = open.draft.id;
    let frame = visit.frame(visit.say("Hồ sơ trực tuyến của bạn", "Your online dossier"));
    let faults = open.faults(visit.lang);
    let standing = |part: &str| {
        let begun = open.typed.0.iter().any(|(name, _)| name.starts_with(part));
        let faulty = faults.iter().any(|fault| fault.name.as_ref().is_none_or(|name| name.starts_with(part)));
        match (begun, faulty) {
            (true, false) => tag(Tone::Good, visit.say("đã xong", "done")),
            (true, true) => tag(Tone::Warn, visit.say("còn thiếu", "incomplete")),
            (false, _) => tag(Tone::Plain, visit.say("chưa làm", "not begun")),
        }
    };
    let parts = [
        (
            Link::new(format!("{}/nguoi-nop", address(id)), visit.say("Thông tin của bạn", "Your details")),
            standing("/applicant"),
        ),
        (
            Link::new(format!("{}/giay-to", address(id)), visit.say("Giấy tờ", "Papers")),
            standing("/components"),
        ),
        (
            Link::new(format!("{}/kiem-tra", address(id)), visit.say("Kiểm tra và gửi", "Check and send")),
            html! {},
        ),
    ];
    let on = format!("{}{}?ma={}", app.config.notices.site, address(id), app.keys.secret_of(id));
    visit.show(&frame, &html! {
        h1 { (frame.title) }
        p.lead { (open.version.name()) }
        (task_list(&parts))
        h2 { (visit.say("Làm tiếp sau, hoặc trên máy khác", "Go on later, or elsewhere")) }
        p { (visit.say("Giữ riêng địa chỉ này:", "Keep this address to yourself:")) br; a href=(on) { (on) } }
    })
}
