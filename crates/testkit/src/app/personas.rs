//! Who works with the system, each with what they do there.

use super::answer::Answer;
use super::client::Client;
use super::submission::Submission;
use serde_json::json;
use std::ops::Deref;

/// A counter clerk, signed in.
#[derive(Clone)]
pub struct Clerk(pub(super) Client);

/// An officer, signed in.
#[derive(Clone)]
pub struct Officer(pub(super) Client);

/// An agency's head, signed in.
#[derive(Clone)]
pub struct Head(pub(super) Client);

/// Whoever holds a dossier's secret, without an account.
#[derive(Clone)]
pub struct Holder(pub(super) Client);

/// What an acceptance hands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The dossier's id.
    pub id: String,
    /// Its number.
    pub code: String,
    /// Its secret.
    pub secret: String,
}

macro_rules! clients {
    ($($name:ident),+) => {$(
        impl Deref for $name {
            type Target = Client;

            fn deref(&self) -> &Client {
                &self.0
            }
        }
    )+};
}

clients!(Clerk, Officer, Head, Holder);

impl Client {
    /// Completes a step.
    #[track_caller]
    pub fn done(&self, dossier: &str, step: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/steps/{step}/done"), &json!({}))
    }

    /// Gives a step to somebody.
    #[track_caller]
    pub fn assign(&self, dossier: &str, step: &str, officer: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/steps/{step}/assignment"), &json!({ "officer": officer }))
    }

    /// Sends a step back.
    #[track_caller]
    pub fn send_back(&self, dossier: &str, step: &str, to: &str) -> Answer {
        let body = json!({ "to": to, "reason": "Chưa rõ căn cứ" });
        self.post(&format!("dossiers/{dossier}/steps/{step}/send-back"), &body)
    }

    /// Records that it is granted.
    #[track_caller]
    pub fn grant(&self, dossier: &str) -> Answer {
        let paper = json!({ "number": "15/XN", "date": "2026-11-18", "title": "Giấy xác nhận" });
        self.post(&format!("dossiers/{dossier}/result"), &json!({ "kind": "granted", "paper": paper }))
    }

    /// Takes a dossier back.
    #[track_caller]
    pub fn withdraw(&self, dossier: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/withdrawal"), &json!({ "reason": "Không còn nhu cầu" }))
    }
}

impl Clerk {
    /// Hands in a complete submission for a procedure; the dossier's id.
    ///
    /// # Panics
    /// Where it isn't taken down; so do all that follow where they aren't carried out.
    #[track_caller]
    pub fn submit(&self, procedure: &str) -> String {
        self.hand_in(&Submission::complete(self, procedure))
    }

    /// Hands a submission in; the dossier's id.
    #[track_caller]
    pub fn hand_in(&self, submission: &Submission) -> String {
        self.post("dossiers", &submission.body).is(201).text_at("/id")
    }

    /// Accepts a submission.
    #[track_caller]
    pub fn accept(&self, id: &str) -> Receipt {
        let accepted = self.post(&format!("dossiers/{id}/acceptance"), &json!({})).is(201);
        Receipt { id: id.to_owned(), code: accepted.text_at("/code"), secret: accepted.text_at("/secret") }
    }

    /// Takes a complete submission in and accepts it.
    #[track_caller]
    pub fn take_in(&self, procedure: &str) -> Receipt {
        self.accept(&self.submit(procedure))
    }

    /// Hands the result over.
    #[track_caller]
    pub fn hand_over(&self, dossier: &str) -> Answer {
        let body = json!({ "to": "Trần Văn Nhận", "identity": "056099009999", "channel": "counter" });
        self.post(&format!("dossiers/{dossier}/return"), &body)
    }
}

impl Holder {
    /// Follows the dossier with the secret.
    #[track_caller]
    pub fn status(&self, number: &str) -> Answer {
        self.get(&format!("status/{number}"))
    }

    /// Rates the service.
    #[track_caller]
    pub fn rate(&self, dossier: &str, score: u8) -> Answer {
        self.post(&format!("dossiers/{dossier}/rating"), &json!({ "score": score, "comment": "Nhanh gọn" }))
    }
}
