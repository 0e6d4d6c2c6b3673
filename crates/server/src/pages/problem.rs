//! What went wrong, as a page: what it is, what to do, and that nothing was recorded.

use super::visit::see;
use crate::http::Problem;
use actix_web::ResponseError;
use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse};
use form_urlencoded::Serializer;
use front::{Frame, Link, document, html};
use kernel::{Fact, Lang, Said};

impl Problem {
    /// What is wrong and what to do, in a sentence or two.
    pub(crate) fn told(&self, lang: Lang) -> String {
        match self {
            Problem::Broken(violation) => {
                format!("{} ({})", violation.rule.said().to(lang), violation.rule.citation())
            }
            Problem::Changed => kernel::Rule::ChangedMeanwhile.said().to(lang).to_owned(),
            problem => problem.detail(lang),
        }
    }
}

/// The page of a problem. Whoever isn't signed in is led to where they sign in, and back afterwards.
pub(crate) fn page(problem: &Problem, request: &HttpRequest, lang: Lang) -> HttpResponse {
    if matches!(problem, Problem::SignIn) {
        let wanted = request.uri().path_and_query().map_or("/", |path| path.as_str());
        let wanted = if request.method() == Method::GET { wanted } else { "/" };
        return see(&format!(
            "/dang-nhap?{}",
            Serializer::new(String::new()).append_pair("toi", wanted).finish()
        ));
    }
    let (_, title) = problem.said();
    let title = title.to(lang).to_owned();
    let home = Link::new("/", Said { vi: "Về trang đầu", en: "To the first page" }.to(lang));
    let frame = Frame { lang, title: title.clone(), back: Some(home), ..Frame::default() };
    let content = html! {
        h1 { (title) }
        p { (problem.told(lang)) }
        @if let Problem::Broken(violation) = problem {
            ul { @for (name, fact) in &violation.facts { li { (name) ": " (fact_told(fact, lang)) } } }
        }
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

fn fact_told(fact: &Fact, lang: Lang) -> String {
    match serde_json::to_value(fact.clone().to(lang)) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}
