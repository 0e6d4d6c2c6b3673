//! A JSON body with the headers that say how it is meant.

use super::object::Object;
use super::problem::{InputError, Problem};
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpRequest, web};
use kernel::Said;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;
use utoipa::ToSchema;

/// What a POST asks for.
#[derive(Debug, Clone)]
pub struct Asked<T> {
    /// The body.
    pub body: T,
    /// On which terms.
    pub terms: Terms,
}

/// The terms of an act.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// The key under which it acts once.
    pub key: Option<Key>,
    /// The version it is meant for.
    pub if_match: Option<i64>,
}

/// An `Idempotency-Key`, with a hash of what was asked under it.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key.
    pub key: String,
    /// A hash of method, path and body.
    pub hash: Vec<u8>,
}

/// A body without content: `{}`, or nothing at all.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

impl<T: DeserializeOwned + 'static> FromRequest for Asked<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = collected(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let bytes = bytes.await?;
            let headers = request.headers();
            Ok(Asked {
                body: read(headers, &bytes)?,
                terms: Terms { key: key(&request, &bytes)?, if_match: if_match(headers)? },
            })
        })
    }
}

/// The whole body; the app's `PayloadConfig` says how large it may be.
pub(crate) fn collected(
    request: &HttpRequest,
    payload: &mut Payload,
) -> impl Future<Output = Result<web::Bytes, Problem>> + use<> {
    let bytes = web::Bytes::from_request(request, payload);
    async move {
        bytes.await.map_err(|why| match why.as_error::<PayloadError>() {
            Some(PayloadError::Overflow) => Problem::TooLarge,
            _ => Problem::NotJson(why.to_string()),
        })
    }
}

fn read<T: DeserializeOwned>(headers: &HeaderMap, bytes: &[u8]) -> Result<T, Problem> {
    if bytes.is_empty() {
        return parse(b"{}");
    }
    let media_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/json") {
        return Err(Problem::MediaType("application/json"));
    }
    parse(bytes)
}

pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut input = serde_json::Deserializer::from_slice(bytes);
    let Object(body) = serde_path_to_error::deserialize(&mut input).map_err(|error| misfit(&error, bytes))?;
    input.end().map_err(|why| Problem::NotJson(why.to_string()))?;
    Ok(body)
}

/// The reader calls it bad syntax, too, where a word is wanted and something else stands there.
fn misfit(error: &serde_path_to_error::Error<serde_json::Error>, bytes: &[u8]) -> Problem {
    let why = error.inner();
    if !why.is_data() && serde_json::from_slice::<IgnoredAny>(bytes).is_err() {
        return Problem::NotJson(why.to_string());
    }
    Problem::Input(vec![InputError { en: why.to_string(), ..fault(pointer(error.path()), &why.to_string()) }])
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let segments = path.iter().map(|segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Segment::Enum { variant } => format!("/{variant}"),
        Segment::Unknown => "/?".to_owned(),
    });
    segments.collect()
}

/// What kind of fault the reader's words tell of.
pub(super) fn fault(pointer: String, words: &str) -> InputError {
    let kinds = [
        ("unknown field", "unknown-field", "Trường này không có trong biểu mẫu; hãy bỏ đi."),
        ("missing field", "missing", "Thiếu trường bắt buộc."),
        ("duplicate field", "twice", "Trường bị lặp lại."),
        ("invalid type", "wrong-type", "Sai kiểu dữ liệu."),
        ("expected value", "wrong-type", "Sai kiểu dữ liệu."),
        ("unknown variant", "unknown-value", "Giá trị không nằm trong danh sách cho phép."),
        ("too long", "too-long", "Nội dung quá dài."),
        ("out of range", "out-of-range", "Giá trị nằm ngoài khoảng cho phép."),
        ("control characters", "control-character", "Nội dung có ký tự điều khiển không được phép."),
    ];
    let known = kinds.into_iter().find(|(start, _, _)| words.starts_with(start));
    let (code, vi) = known.map_or(("invalid", "Giá trị không hợp lệ."), |(_, code, vi)| (code, vi));
    InputError::new(pointer, code, Said { vi, en: "" })
}

fn key(request: &HttpRequest, bytes: &[u8]) -> Result<Option<Key>, Problem> {
    let Some(value) = request.headers().get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().map(str::trim).unwrap_or_default();
    if key.is_empty() || key.len() > 128 {
        return Err(Problem::input(
            "?Idempotency-Key",
            "invalid",
            "Idempotency-Key gồm 1 đến 128 ký tự ASCII.",
            "An Idempotency-Key has 1 to 128 ASCII characters.",
        ));
    }
    Ok(Some(Key::of(request, bytes, key)))
}

impl Key {
    /// The key `key`, under which this request with this body acts once.
    pub(crate) fn of(request: &HttpRequest, bytes: &[u8], key: &str) -> Self {
        let mut hash = Sha256::new();
        for part in [request.method().as_str().as_bytes(), request.path().as_bytes(), bytes] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Self { key: key.to_owned(), hash: hash.finalize().to_vec() }
    }
}

/// The version `If-Match` names; a tag that can't be one of ours matches nothing.
fn if_match(headers: &HeaderMap) -> Result<Option<i64>, Problem> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(None) };
    match value.to_str().map(str::trim) {
        Ok("*") => Ok(None),
        Ok(tag) => tag.trim_matches('"').parse().map(Some).map_err(|_| Problem::Changed),
        Err(_) => Err(Problem::Changed),
    }
}
