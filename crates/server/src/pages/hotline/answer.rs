use crate::app::{App, blocking};
use crate::auth::Hotline;
use crate::handlers::feedback::answer::answered;
use crate::handlers::feedback::get::by_hotline;
use crate::http::Problem;
use crate::pages::words::{moment, prose};
use crate::pages::{By, Sent, faults, see};
use crate::wire::feedback::{AnswerIn, FeedbackOut};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, get, post, web};
use front::{Field, Form, Link, Markup, Typed, button, html, pairs, warning};
use kernel::Lang;

/// What was raised, with the form of the answer.
#[get("/phan-anh-cho-tra-loi/{id}")]
pub(crate) async fn ask(
    app: web::Data<App>,
    by: By<Hotline>,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let right = by.right.clone();
    let one = blocking(app, move |app| by_hotline(app, &right, &id)).await?;
    Ok(page(&by, StatusCode::OK, &one, &by.visit.form(Typed::default())))
}

/// Answers it, and publishes question and answer without anything that says who asked.
#[post("/phan-anh-cho-tra-loi/{id}")]
pub(crate) async fn give(
    app: web::Data<App>,
    by: By<Hotline>,
    id: web::Path<String>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (right, typed) = (by.right.clone(), sent.typed.clone());
    let (one, given) = blocking(app, move |app| {
        let one = by_hotline(app, &right, &id)?;
        let given = sent.read::<AnswerIn>().and_then(|body| answered(app, &right, &id, body.into()));
        Ok((one, given))
    })
    .await?;
    match given {
        Ok(_) => Ok(see("/phan-anh-cho-tra-loi")),
        Err(problem @ (Problem::Input(_) | Problem::Broken(_))) => {
            let form = Form { faults: faults(&problem, by.visit.lang), ..by.visit.form(typed) };
            Ok(page(&by, problem.status_code(), &one, &form))
        }
        Err(problem) => Err(problem),
    }
}

fn page(by: &By<Hotline>, status: StatusCode, one: &FeedbackOut, form: &Form) -> HttpResponse {
    let mut frame = by.visit.frame(format!("Trả lời phản ánh {}", one.number));
    frame.is_wide = false;
    frame.back = Some(Link::new("/phan-anh-cho-tra-loi", "Phản ánh chờ trả lời"));
    let said = one.said.as_ref();
    let told = |of: fn(&crate::wire::feedback::SaidOut) -> &str| html! { (said.map(of).unwrap_or_default()) };
    by.visit.show_form(
        status,
        &frame,
        form,
        &html! { h1 { (frame.title) }
            (pairs(&[
                ("Người phản ánh", told(|said| &said.name)),
                ("Điện thoại", told(|said| &said.phone)),
                ("Thư điện tử", told(|said| &said.email)),
                ("Hồ sơ", html! { (said.and_then(|said| said.dossier.as_deref()).unwrap_or_default()) }),
                ("Hạn trả lời", html! { (moment(one.due, Lang::Vi)) }),
                ("Nội dung", html! { @if let Some(said) = said { (prose(&said.question)) } }),
            ]))
            @if one.answered_at.is_some() { h2 { "Đã trả lời" } (super::answered(one, Lang::Vi)) }
            @else { (fields(one, form)) }
        },
    )
}

fn fields(one: &FeedbackOut, form: &Form) -> Markup {
    html! {
        (warning(Lang::Vi, &html! { p { "Cả hai ô dưới đây được công khai ngay: không ghi tên, điện thoại hay điều gì cho biết ai đã phản ánh." } }))
        (form.to(&format!("/phan-anh-cho-tra-loi/{}", one.id), &html! {
            (Field::new(form, "/published_question", "Nội dung phản ánh, viết lại để công khai").max(4000).first().text(4))
            (Field::new(form, "/answer", "Trả lời").max(8000).text(8))
            (button("Trả lời và công khai"))
        }))
    }
}
