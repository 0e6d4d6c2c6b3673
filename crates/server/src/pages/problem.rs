//! What went wrong, as a page: what it is, what to do, and that nothing was recorded.

use super::places::is_of_an_office;
use super::visit::see;
use super::words::facts;
use crate::http::Problem;
use actix_web::ResponseError;
use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse};
use form_urlencoded::Serializer;
use front::{Frame, Link, document, html};
use kernel::{Lang, Said};

impl Problem {
    /// What is wrong and what to do, in a sentence or two.
    pub(crate) fn told(&self, lang: Lang) -> String {
        match self {
            Problem::Broken(violation) => {
                format!("{} ({})", violation.rule.said().to(lang), violation.rule.citation())
            }
            Problem::Input(_) => Said {
                vi: "Nội dung chưa hợp lệ. Hãy quay lại, sửa rồi gửi lại.",
                en: "What was sent doesn't fit. Go back, correct it and send it again.",
            }
            .to(lang)
            .to_owned(),
            Problem::Changed => kernel::Rule::ChangedMeanwhile.said().to(lang).to_owned(),
            problem => problem.detail(lang),
        }
    }
}

/// The page of a problem. Whoever isn't signed in is led to where they sign in, and back afterwards.
pub(crate) fn page(problem: &Problem, request: &HttpRequest, lang: Lang) -> HttpResponse {
    if matches!(problem, Problem::SignIn) {
        return see(&sign_in(request));
    }
    // The pages of the offices are in Vietnamese (docs/decisions/0012).
    let lang = if is_of_an_office(request.path()) { Lang::Vi } else { lang };
    let (_, title) = problem.said();
    let title = title.to(lang).to_owned();
    let home = Link::new("/", Said { vi: "Về trang đầu", en: "To the first page" }.to(lang));
    let frame = Frame { lang, title: title.clone(), back: Some(home), ..Frame::default() };
    let content = html! {
        h1 { (title) }
        p { (problem.told(lang)) }
        ul { @for line in lines(problem, lang) { li { (line) } } }
    };
    let mut response = problem.response(lang);
    let headers = response.headers_mut();
    headers.remove(actix_web::http::header::CONTENT_TYPE);
    let mut page = HttpResponse::build(problem.status_code());
    for (name, value) in headers.iter() {
        page.insert_header((name.clone(), value.clone()));
    }
    page.content_type("text/html; charset=utf-8").body(document(&frame, &content).into_string())
}

/// Where somebody signs in, to be led back afterwards. What was sent with a form is lost, and that is said.
fn sign_in(request: &HttpRequest) -> String {
    let mut query = Serializer::new(String::new());
    if request.method() == Method::GET {
        query.append_pair("toi", request.uri().path_and_query().map_or("/", |path| path.as_str()));
    } else {
        query.append_pair("het-phien", "1");
    }
    format!("/dang-nhap?{}", query.finish())
}

/// Everything that is wrong, or the facts behind it.
fn lines(problem: &Problem, lang: Lang) -> Vec<String> {
    match problem {
        Problem::Input(errors) => errors.iter().map(|error| error.said(lang).to_owned()).collect(),
        Problem::Broken(violation) => facts(violation, lang),
        _ => Vec::new(),
    }
}
