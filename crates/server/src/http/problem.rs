//! The one error at the edge: problem details after RFC 9457, in Vietnamese or English.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use kernel::{Fact, Lang, Rule, Said, Violation};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use store::StoreError;
use utoipa::ToSchema;

/// Why a request isn't answered as it was asked.
#[derive(Debug, Clone)]
pub enum Problem {
    /// The body isn't JSON.
    NotJson(String),
    /// The body is JSON of another media type, or none at all.
    MediaType,
    /// The body is larger than allowed.
    TooLarge,
    /// The input doesn't fit; every fault found.
    Input(Vec<InputError>),
    /// Not signed in, or no longer.
    SignIn,
    /// Signed in, but not allowed.
    Forbidden,
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
    /// The database is away, or a calendar doesn't reach this day; the reason is for the log.
    Away(String),
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

/// A problem as it is written (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemDetails {
    /// What kind of problem, as a URI reference.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in a few words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong and what to do.
    detail: String,
    /// For a broken rule: its slug.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// For a broken rule: where it stands written.
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<&'static str>,
    /// For a broken rule: the facts that decided, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<BTreeMap<String, serde_json::Value>>)]
    facts: Option<BTreeMap<&'static str, Fact>>,
    /// For input that doesn't fit: every fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<InputDetails>,
}

/// One fault in the input, as it is written.
#[derive(Debug, Serialize, ToSchema)]
pub struct InputDetails {
    /// Where, as a JSON pointer into the body; a parameter's name with a leading `?`.
    pointer: String,
    /// What kind of fault.
    code: &'static str,
    /// What is wrong.
    detail: String,
}

impl InputError {
    /// A fault at `pointer`.
    pub fn new(pointer: impl Into<String>, code: &'static str, said: Said) -> Self {
        Self { pointer: pointer.into(), code, vi: said.vi.to_owned(), en: said.en.to_owned() }
    }
}

impl Problem {
    /// One fault in the input.
    pub fn input(pointer: impl Into<String>, code: &'static str, vi: &'static str, en: &'static str) -> Self {
        Problem::Input(vec![InputError::new(pointer, code, Said { vi, en })])
    }

    /// The problem as it is written in `lang`.
    pub fn details(&self, lang: Lang) -> ProblemDetails {
        let (slug, said) = self.said();
        let broken = self.broken();
        ProblemDetails {
            kind: format!("/problems/{slug}"),
            title: said.to(lang).to_owned(),
            status: self.status_code().as_u16(),
            detail: broken
                .as_ref()
                .map_or_else(|| self.detail(lang), |broken| broken.rule.said().to(lang).to_owned()),
            rule: broken.as_ref().map(|broken| broken.rule.slug()),
            citation: broken.as_ref().map(|broken| broken.rule.citation()),
            facts: broken.map(|broken| broken.facts),
            errors: self.errors(lang),
        }
    }

    /// The kind of problem, or the rule that is broken: what a log may say.
    pub fn slug(&self) -> &'static str {
        match self {
            Problem::Broken(violation) => violation.rule.slug(),
            _ => self.said().0,
        }
    }

    fn broken(&self) -> Option<Violation> {
        match self {
            Problem::Broken(violation) => Some(violation.clone()),
            Problem::Changed => Some(Violation::of(Rule::ChangedMeanwhile)),
            _ => None,
        }
    }

    fn errors(&self, lang: Lang) -> Vec<InputDetails> {
        let Problem::Input(errors) = self else { return Vec::new() };
        let detail = |error: &InputError| match lang {
            Lang::Vi => error.vi.clone(),
            Lang::En => error.en.clone(),
        };
        let details = errors.iter().map(|e| InputDetails {
            pointer: e.pointer.clone(),
            code: e.code,
            detail: detail(e),
        });
        details.collect()
    }

    fn detail(&self, lang: Lang) -> String {
        let (vi, en) = match self {
            Problem::NotJson(_) => ("Hãy gửi nội dung JSON hợp lệ.", "Send valid JSON."),
            Problem::MediaType => {
                ("Hãy gửi nội dung kiểu application/json.", "Send the body as application/json.")
            }
            Problem::TooLarge => {
                ("Nội dung gửi lên quá lớn; hãy rút gọn.", "The body is too large; shorten it.")
            }
            Problem::Input(_) => (
                "Hãy sửa các mục nêu trong errors rồi gửi lại.",
                "Correct what errors names and send it again.",
            ),
            Problem::SignIn => ("Hãy đăng nhập rồi thực hiện lại.", "Sign in and try again."),
            Problem::Forbidden => {
                ("Tài khoản của bạn không có quyền làm việc này.", "Your account has no right to do this.")
            }
            Problem::NotFound => (
                "Không có nội dung này, hoặc bạn không được xem. Hãy kiểm tra lại mã.",
                "There is no such thing, or it isn't yours to see. Check the code.",
            ),
            Problem::Method(_) => {
                ("Địa chỉ này không nhận phương thức đã gửi.", "This address doesn't take that method.")
            }
            Problem::TooMany(_) => {
                ("Bạn gửi quá nhiều yêu cầu; hãy chờ rồi thử lại.", "Too many requests; wait and try again.")
            }
            Problem::Away(_) => (
                "Hệ thống tạm thời chưa phục vụ được; hãy thử lại sau ít phút. Chưa có gì được ghi nhận.",
                "The system can't serve for the moment; try again in a few minutes. Nothing was recorded.",
            ),
            Problem::Fault(_) => {
                ("Hệ thống gặp lỗi; sự việc đã được ghi lại.", "The system has a fault; it has been logged.")
            }
            Problem::Broken(_) | Problem::Changed => ("", ""),
        };
        Said { vi, en }.to(lang).to_owned()
    }

    fn said(&self) -> (&'static str, Said) {
        let (slug, vi, en) = match self {
            Problem::NotJson(_) => ("not-json", "Nội dung không phải JSON", "Not JSON"),
            Problem::MediaType => ("media-type", "Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
            Problem::TooLarge => ("too-large", "Nội dung quá lớn", "Too large"),
            Problem::Input(_) => ("input", "Dữ liệu chưa hợp lệ", "Input doesn't fit"),
            Problem::SignIn => ("sign-in", "Chưa đăng nhập", "Not signed in"),
            Problem::Forbidden => ("forbidden", "Không có quyền", "Not allowed"),
            Problem::NotFound => ("not-found", "Không tìm thấy", "Not found"),
            Problem::Method(_) => ("method", "Phương thức không phù hợp", "Method not allowed"),
            Problem::Broken(_) => ("rule", "Trái quy định", "Against a rule"),
            Problem::Changed => ("rule", "Hồ sơ đã thay đổi", "Changed meanwhile"),
            Problem::TooMany(_) => ("too-many", "Quá nhiều yêu cầu", "Too many requests"),
            Problem::Away(_) => ("away", "Tạm thời gián đoạn", "Temporarily away"),
            Problem::Fault(_) => ("fault", "Lỗi hệ thống", "Fault"),
        };
        (slug, Said { vi, en })
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
            Problem::NotJson(why) | Problem::Away(why) | Problem::Fault(why) => {
                write!(f, "{}: {why}", self.said().0)
            }
            Problem::Broken(violation) => violation.fmt(f),
            _ => f.write_str(self.said().0),
        }
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        match self {
            Problem::NotJson(_) => StatusCode::BAD_REQUEST,
            Problem::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Input(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::SignIn => StatusCode::UNAUTHORIZED,
            Problem::Forbidden => StatusCode::FORBIDDEN,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Problem::Broken(_) => StatusCode::CONFLICT,
            Problem::Changed => StatusCode::PRECONDITION_FAILED,
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
