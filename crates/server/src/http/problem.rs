//! The one error at the edge: problem details after RFC 9457, in Vietnamese or English.

mod details;
mod words;

pub use details::{InputDetails, ProblemDetails};

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use calendar::CalendarError;
use kernel::{Lang, Rule, Said, Violation};
use std::fmt;
use store::StoreError;

/// Why a request isn't answered as it was asked.
#[derive(Debug, Clone)]
pub enum Problem {
    /// The body isn't JSON.
    NotJson(String),
    /// The body isn't multipart, or breaks off.
    NotMultipart(String),
    /// The body is of another media type than this, or of none at all.
    MediaType(&'static str),
    /// The body is larger than allowed.
    TooLarge,
    /// A file is larger than so many bytes.
    FileTooLarge(usize),
    /// The input doesn't fit; every fault found.
    Input(Vec<InputError>),
    /// Not signed in, or no longer.
    SignIn,
    /// Signed in, but not allowed.
    Forbidden,
    /// A form that wasn't made for this browser, or not lately.
    Unsealed,
    /// Not there, or not to be seen by who asks.
    NotFound,
    /// There, but not for this method.
    Method(String),
    /// A rule is broken.
    Broken(Violation),
    /// `If-Match` names another version than the present one.
    Changed,
    /// Too many requests; seconds to wait.
    TooMany(u64),
    /// The database is away, or what keeps or scans files, or a calendar doesn't reach this day; the reason is for the log.
    Away(String),
    /// A calendar, by its code, contradicts itself, or can't count what is open.
    Uncounted(String, CalendarError),
    /// A fault of ours; the reason is for the log.
    Fault(String),
}

/// One fault in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputError {
    /// Where, as a JSON pointer; empty for the whole.
    pub pointer: String,
    /// What kind of fault.
    pub code: &'static str,
    /// What is wrong.
    pub vi: String,
    /// What is wrong, in English.
    pub en: String,
}

impl InputError {
    /// A fault at `pointer`.
    pub fn new(pointer: impl Into<String>, code: &'static str, said: Said) -> Self {
        Self { pointer: pointer.into(), code, vi: said.vi.to_owned(), en: said.en.to_owned() }
    }

    /// What is wrong, in a language.
    pub(crate) fn said(&self, lang: Lang) -> &str {
        if lang == Lang::Vi { &self.vi } else { &self.en }
    }
}

impl Problem {
    /// One fault in the input.
    pub fn input(pointer: impl Into<String>, code: &'static str, vi: &'static str, en: &'static str) -> Self {
        Problem::Input(vec![InputError::new(pointer, code, Said { vi, en })])
    }

    /// A key that was used before for something else.
    pub(crate) fn reused_key() -> Self {
        Problem::input(
            "?Idempotency-Key",
            "reused",
            "Khóa này đã dùng cho một yêu cầu khác; hãy dùng khóa mới.",
            "This key was used for another request; use a new one.",
        )
    }

    /// The kind of problem, or the rule that is broken: what a log may say.
    pub fn slug(&self) -> &'static str {
        match self {
            Problem::Broken(violation) => violation.rule.slug(),
            _ => self.said().0,
        }
    }

    /// What is wrong, in English, for whoever has the command line.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Problem::Input(errors) => {
                let told = errors
                    .iter()
                    .map(|error| format!("{}: {}", error.pointer.trim_start_matches('/'), error.en));
                told.collect::<Vec<_>>().join("; ")
            }
            problem => problem.to_string(),
        }
    }

    /// The response in `lang`.
    pub fn response(&self, lang: Lang) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        match self {
            Problem::TooMany(seconds) => {
                response.insert_header((header::RETRY_AFTER, seconds.to_string()));
            }
            Problem::Away(_) => {
                response.insert_header((header::RETRY_AFTER, "5"));
            }
            Problem::Method(allowed) => {
                response.insert_header((header::ALLOW, allowed.as_str()));
            }
            Problem::SignIn => {
                response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
            }
            _ => {}
        }
        let body = serde_json::to_string(&self.details(lang)).unwrap_or_default();
        response.insert_header((header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")));
        response.body(body)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotJson(why) | Problem::NotMultipart(why) | Problem::Away(why) | Problem::Fault(why) => {
                write!(f, "{}: {why}", self.said().0)
            }
            Problem::Broken(violation) => violation.fmt(f),
            Problem::Input(errors) => {
                f.write_str(self.said().0)?;
                errors.iter().try_for_each(|error| write!(f, "; {}: {}", error.pointer, error.en))
            }
            Problem::Uncounted(calendar, why) => write!(f, "{} {calendar}: {why}", self.said().0),
            _ => f.write_str(self.said().0),
        }
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        match self {
            Problem::NotJson(_) | Problem::NotMultipart(_) => StatusCode::BAD_REQUEST,
            Problem::MediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::TooLarge | Problem::FileTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Input(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::SignIn => StatusCode::UNAUTHORIZED,
            Problem::Forbidden | Problem::Unsealed => StatusCode::FORBIDDEN,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Problem::Broken(_) => StatusCode::CONFLICT,
            Problem::Changed => StatusCode::PRECONDITION_FAILED,
            Problem::Uncounted(..) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Problem::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// In Vietnamese; the problem goes along, so that `observe` can say it in English where that is asked for.
    fn error_response(&self) -> HttpResponse {
        let mut response = self.response(Lang::Vi);
        response.extensions_mut().insert(self.clone());
        response
    }
}

impl From<Violation> for Problem {
    fn from(violation: Violation) -> Self {
        Problem::Broken(violation)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Broken(violation) => Problem::Broken(violation),
            StoreError::Raced => Problem::Broken(Violation::of(Rule::ChangedMeanwhile)),
            error if error.is_outage() => Problem::Away(error.to_string()),
            error => Problem::Fault(error.to_string()),
        }
    }
}

impl From<actix_web::error::BlockingError> for Problem {
    fn from(error: actix_web::error::BlockingError) -> Self {
        Problem::Fault(error.to_string())
    }
}
