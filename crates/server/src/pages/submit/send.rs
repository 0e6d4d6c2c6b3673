use super::check::page;
use super::drafting::{Drafting, Open, address, read};
use crate::app::{App, blocking};
use crate::auth::by_holder;
use crate::execute::execute_and_wait;
use crate::handlers::dossiers::submit::handing_in;
use crate::http::{Asked, Problem, Terms};
use crate::pages::{Sent, Visit, see};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use front::{Fault, Link, actions, confirmation, html};
use kernel::{DossierId, Lang, Rule};
use store::drafts::end;
use store::query::Ref;

/// Sends the draft: it is a dossier from now on. Sent twice it is sent once; nothing is sent as long as something is missing.
#[post("/nop/{draft}/gui")]
pub(crate) async fn send(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    drafting: Drafting,
    _: Sent,
) -> Result<HttpResponse, Problem> {
    app.limits.submission.count(&request)?;
    let lang = visit.lang;
    let missing = blocking(app, move |app| sent(app, drafting.0, lang)).await?;
    Ok(match missing {
        None => see(&format!("{}/xong", address(drafting.0))),
        Some((open, faults)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &open, &faults),
    })
}

/// What is still missing, with the draft; none where it was sent.
fn sent(app: &App, id: DossierId, lang: Lang) -> Result<Option<(Open, Vec<Fault>)>, Problem> {
    let open = match read(app, id) {
        Ok(open) => open,
        // Sent a moment ago.
        Err(Problem::NotFound) => return is_there(app, id).map(|()| None),
        Err(problem) => return Err(problem),
    };
    let faults = open.faults(lang);
    if !faults.is_empty() {
        return Ok(Some((open, faults)));
    }
    let asked = Asked { body: open.submission()?, terms: Terms::default() };
    match execute_and_wait(app, &handing_in(app, id, None, asked)?) {
        Ok(_) => {}
        // By another press of the same button.
        Err(Problem::Broken(broken)) if matches!(broken.rule, Rule::ChangedMeanwhile | Rule::StageOrder) => {
            is_there(app, id)?;
        }
        Err(problem) => return Err(problem),
    }
    app.store.write(move |db| end(db, id))?;
    Ok(None)
}

fn is_there(app: &App, id: DossierId) -> Result<(), Problem> {
    by_holder(app, &Ref::Id(id), &app.keys.secret_of(id)).map(drop)
}

/// That it was sent, with what to keep and what happens next.
#[get("/nop/{draft}/xong")]
pub(crate) async fn done(
    app: web::Data<App>,
    visit: Visit,
    drafting: Drafting,
) -> Result<HttpResponse, Problem> {
    let id = drafting.0;
    let secret = app.keys.secret_of(id);
    let site = app.config.notices.site.clone();
    blocking(app, move |app| is_there(app, id)).await?;
    let follow = format!("/ho-so/{}?ma={secret}", id.0);
    let frame = visit.frame(visit.say("Đã gửi hồ sơ", "The dossier was sent"));
    Ok(visit.show(&frame, &html! {
        (confirmation(&frame.title, &html! { p { (visit.say("Mã tra cứu của bạn", "Your secret")) br; strong.big.number { (secret) } } }))
        h2 { (visit.say("Tiếp theo", "What happens next")) }
        ol {
            li { (visit.say("Bộ phận một cửa kiểm tra và trả lời trong 8 giờ làm việc.", "The counter checks it and answers within 8 working hours.")) }
            li { (visit.say("Khi được tiếp nhận, bạn có mã hồ sơ và ngày hẹn trả kết quả.", "Once it is accepted you have a number and an appointment.")) }
            li { (visit.say("Nếu còn thiếu, bạn được hướng dẫn một lần, đầy đủ.", "If something is missing you are told once, of everything.")) }
        }
        (actions(&[Link::new(follow.clone(), visit.say("Theo dõi hồ sơ", "Follow the dossier"))]))
        p { (visit.say("Giữ riêng địa chỉ này để theo dõi:", "Keep this address to yourself:")) br; a href=(follow) { (site) (follow) } }
    }))
}
