//! What the server answered.

use serde_json::Value;
use std::collections::BTreeMap;
use ureq::http::{HeaderMap, Response};

/// What the server answered, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, as text.
    pub text: String,
    /// Its body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    pub(super) fn read(response: Response<ureq::Body>) -> Result<Self, ureq::Error> {
        let (parts, mut body) = response.into_parts();
        let bytes = body.read_to_vec()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Self { status: parts.status.as_u16(), headers: parts.headers, text, bytes })
    }

    /// The same answer, if its status is this one.
    ///
    /// # Panics
    /// Where it is another one, with what was answered.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// The same answer, if it is a problem that names this rule.
    ///
    /// # Panics
    /// Where it isn't, with what was answered.
    #[track_caller]
    pub fn breaks(self, rule: &str) -> Self {
        let answer = self.is(409);
        assert_eq!(answer.at("/rule"), rule, "{}", answer.text);
        answer
    }

    /// Its body as JSON.
    ///
    /// # Panics
    /// Where it isn't JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|why| panic!("{why}: {}", self.text))
    }

    /// What stands at a JSON pointer; null where nothing does.
    ///
    /// # Panics
    /// Where the body isn't JSON.
    #[track_caller]
    pub fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_default()
    }

    /// The text at a JSON pointer.
    ///
    /// # Panics
    /// Where there is none.
    #[track_caller]
    pub fn text_at(&self, pointer: &str) -> String {
        let found = self.at(pointer);
        found.as_str().unwrap_or_else(|| panic!("no text at {pointer}: {}", self.text)).to_owned()
    }

    /// All that tells one answer from another: status, headers and body, without the moment and the request's number.
    pub fn shown(&self) -> (u16, BTreeMap<String, String>, String) {
        let named =
            self.headers.keys().map(|name| (name.as_str().to_owned(), self.header(name.as_str()).to_owned()));
        let headers = named.filter(|(name, _)| name != "date" && name != "x-request-id").collect();
        (self.status, headers, self.text.clone())
    }

    /// A header's value; empty where it isn't there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
