use super::one::address;
use crate::app::{App, blocking};
use crate::handlers::feedback::raise::taken_in;
use crate::http::{Asked, Problem};
use crate::pages::words::moment;
use crate::pages::{Sent, Visit, faults};
use crate::wire::feedback::{FeedbackIn, RaisedOut};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, ResponseError, get, post, web};
use front::{Choice, Field, Form, Link, Typed, actions, button, confirmation, html};

/// Where something is complained of, or proposed.
#[get("/phan-anh/gui")]
pub(crate) async fn ask(app: web::Data<App>, visit: Visit) -> Result<HttpResponse, Problem> {
    let agencies = agencies(app).await?;
    Ok(page(&visit, StatusCode::OK, &agencies, &visit.form(Typed::default())))
}

/// Puts it on record, with a number, a secret, and the day by which it is answered.
#[post("/phan-anh/gui")]
pub(crate) async fn raise(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    app.limits.submission.count(&request)?;
    let (typed, terms) = (sent.typed.clone(), sent.terms.clone());
    let raised = match sent.read::<FeedbackIn>() {
        Ok(body) => blocking(app.clone(), move |app| taken_in(app, Asked { body, terms })).await,
        Err(problem) => Err(problem),
    };
    match raised {
        Ok(raised) => {
            let mut response = done(&visit, &raised);
            visit.keep(&mut response, &address(&raised.number), &raised.secret)?;
            Ok(response)
        }
        Err(problem @ Problem::Input(_)) => {
            let form = Form { faults: faults(&problem, visit.lang), ..visit.form(typed) };
            Ok(page(&visit, problem.status_code(), &agencies(app).await?, &form))
        }
        Err(problem) => Err(problem),
    }
}

async fn agencies(app: web::Data<App>) -> Result<Vec<Choice>, Problem> {
    let newest = blocking(app, |app| app.directory.newest()).await?;
    let each = newest.agencies.iter().map(|agency| Choice::new(agency.code.to_string(), &agency.name));
    Ok(std::iter::once(Choice::new("", "…")).chain(each).collect())
}

fn done(visit: &Visit, raised: &RaisedOut) -> HttpResponse {
    let frame = visit.frame(visit.say("Đã ghi nhận phản ánh", "Your feedback is on record"));
    let follow = format!("{}?ma={}", address(&raised.number), raised.secret);
    visit.show(&frame, &html! {
        (confirmation(&frame.title, &html! { p { (visit.say("Số", "Number")) br; strong.big.number { (raised.number) } } p { (visit.say("Mã tra cứu", "Secret")) ": " span.number { (raised.secret) } } }))
        p { (visit.say("Cơ quan trả lời bằng văn bản, chậm nhất", "The agency answers in writing, at the latest")) " " strong { (moment(raised.due, visit.lang)) } ". "
            (visit.say("Câu trả lời được công khai, không nêu tên và liên lạc của bạn.", "The answer is published without your name and contact.")) }
        (actions(&[Link::new(follow, visit.say("Theo dõi", "Follow it"))]))
    })
}

fn page(visit: &Visit, status: StatusCode, agencies: &[Choice], form: &Form) -> HttpResponse {
    let mut frame = visit.frame(visit.say("Gửi phản ánh, kiến nghị", "Send feedback"));
    frame.back = Some(Link::new("/phan-anh", visit.say("Phản ánh, kiến nghị", "Feedback")));
    let field =
        |name: &'static str, vi: &'static str, en: &'static str| Field::new(form, name, visit.say(vi, en));
    let fields = html! {
        (field("/question", "Bạn phản ánh, kiến nghị điều gì?", "What is it about?").max(4000).text(6))
        (field("/agency", "Cơ quan", "Agency").hint(visit.say("Để trống nếu đã ghi mã hồ sơ", "Leave it out where a dossier is named")).select(agencies))
        (field("/dossier", "Mã hồ sơ (nếu có)", "Dossier's number (if any)").max(64).line())
        h2 { (visit.say("Liên lạc (không bắt buộc, không công khai)", "Contact (optional, never published)")) }
        (field("/name", "Họ và tên", "Name").max(200).autocomplete("name").line())
        (field("/phone", "Điện thoại", "Phone").max(32).autocomplete("tel").phone())
        (field("/email", "Thư điện tử", "E-mail").max(254).autocomplete("email").email())
        (button(visit.say("Gửi", "Send")))
    };
    visit.show_form(status, &frame, form, &html! { h1 { (frame.title) } (form.to("/phan-anh/gui", &fields)) })
}
