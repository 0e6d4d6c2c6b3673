//! Every POST, ready to be sent something bad by somebody who may send something good.

use super::operations::{ALL, Operation, Ready};
use serde_json::Value;
use testkit::app::{Answer, Client, TestApp};

pub(super) const JSON: &str = "application/json";

/// A POST that is ready to be carried out, by whoever may.
pub(super) struct Post {
    pub(super) name: String,
    ready: Ready,
    client: Client,
}

/// All of them that take JSON.
pub(super) fn posts(app: &TestApp) -> Vec<Post> {
    let posts = ALL.iter().filter(|operation| operation.method == "POST");
    let ready = |operation: &'static Operation| {
        let ready = operation.ready(app);
        Post { name: operation.name(), client: ready.rightful(app), ready }
    };
    posts.map(ready).filter(|post| post.ready.body.is_some()).collect()
}

impl Post {
    pub(super) fn send(&self, media_type: &str, body: impl Into<Vec<u8>>) -> Answer {
        let call = self.client.call("POST", &self.ready.path).body(body);
        if media_type.is_empty() { call.send() } else { call.header("Content-Type", media_type).send() }
    }

    pub(super) fn body(&self) -> Value {
        self.ready.body.clone().expect("a POST has a body")
    }

    /// The body that fits, with another value at a pointer.
    pub(super) fn with(&self, pointer: &str, value: Value) -> Value {
        let mut body = self.body();
        *body.pointer_mut(pointer).expect("it stands in the body") = value;
        body
    }

    /// Whether an empty body fits: nothing is asked for, or nothing must be said.
    pub(super) fn asks_for_nothing(&self) -> bool {
        let silent = ["/acceptance", "/done", "/closing", "/approval", "/receipt", "/issue", "/endorsement"];
        silent.iter().any(|end| self.named(end))
    }

    pub(super) fn named(&self, end: &str) -> bool {
        self.name.ends_with(end)
    }

    /// Refused as a problem with this status, in the answer and in its body.
    #[track_caller]
    pub(super) fn refused(&self, answer: Answer, status: u16, why: &str) -> Answer {
        assert_eq!(answer.status, status, "{} {why}: {}", self.name, answer.text);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{} {why}", self.name);
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{} {why}", self.name);
        assert_eq!(answer.at("/status"), status, "{} {why}", self.name);
        assert!(!answer.text_at("/detail").is_empty());
        answer
    }

    /// Refused as input that doesn't fit, with the place.
    #[track_caller]
    pub(super) fn misfit(&self, body: &Value, pointer: &str) {
        let answer = self.refused(self.send(JSON, body.to_string()), 422, pointer);
        assert_eq!(answer.at("/errors/0/pointer"), pointer, "{}: {}", self.name, answer.text);
        assert!(
            !answer.text_at("/errors/0/code").is_empty() && !answer.text_at("/errors/0/detail").is_empty()
        );
    }
}
