//! What agencies that work on one dossier do with each other.

use super::answer::Answer;
use super::client::Client;
use serde_json::{Value, json};

impl Client {
    /// Completes a step with what is to be said at its end.
    #[track_caller]
    pub fn done_saying(&self, dossier: &str, step: &str, said: &Value) -> Answer {
        self.post(&format!("dossiers/{dossier}/steps/{step}/done"), said)
    }

    /// Confirms that a leg has arrived.
    #[track_caller]
    pub fn receive(&self, dossier: &str, leg: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/legs/{leg}/receipt"), &json!({}))
    }

    /// Records the paper that a leg ends in, granted.
    #[track_caller]
    pub fn record_paper(&self, dossier: &str, leg: &str) -> Answer {
        let body = json!({ "kind": "granted", "paper": paper_of(leg), "reasons": "" });
        self.post(&format!("dossiers/{dossier}/legs/{leg}/paper"), &body)
    }

    /// Records the paper that a leg ends in, denied.
    #[track_caller]
    pub fn deny_paper(&self, dossier: &str, leg: &str, reasons: &str) -> Answer {
        let body = json!({ "kind": "denied", "paper": paper_of(leg), "reasons": reasons });
        self.post(&format!("dossiers/{dossier}/legs/{leg}/paper"), &body)
    }

    /// Hands the paper of a leg out before the others are there.
    #[track_caller]
    pub fn hand_out_paper(&self, dossier: &str, leg: &str) -> Answer {
        let body = json!({ "to": "Trần Văn Nhận", "identity": "056099009999", "channel": "counter" });
        self.post(&format!("dossiers/{dossier}/legs/{leg}/return"), &body)
    }

    /// Records that a bundle is granted, as the papers of its legs are there.
    #[track_caller]
    pub fn collect(&self, dossier: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/result"), &json!({ "kind": "granted" }))
    }

    /// Asks another agency for its opinion, by a moment (RFC 3339).
    #[track_caller]
    pub fn consult(&self, dossier: &str, step: &str, agency: &str, due: &str) -> Answer {
        let question = "Thửa đất có nằm trong quy hoạch không?";
        let body = json!({ "step": step, "agency": agency, "question": question, "due": due });
        self.post(&format!("dossiers/{dossier}/consultations"), &body)
    }

    /// Answers a consultation.
    #[track_caller]
    pub fn reply(&self, dossier: &str, number: u32) -> Answer {
        let body = json!({ "reply": "Không nằm trong quy hoạch." });
        self.post(&format!("dossiers/{dossier}/consultations/{number}/reply"), &body)
    }

    /// Says what the agency needs of a supplement that is gathered; nothing: no items.
    #[track_caller]
    pub fn state_needs(&self, dossier: &str, items: &Value) -> Answer {
        self.post(&format!("dossiers/{dossier}/supplement-request/needs"), &json!({ "items": items }))
    }

    /// Issues the one request with everything that was gathered.
    #[track_caller]
    pub fn issue_supplement(&self, dossier: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/supplement-request/issue"), &json!({}))
    }

    /// Stands by the reason of the rescheduling that waits, for the agency that holds the dossier up.
    #[track_caller]
    pub fn endorse(&self, dossier: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/reschedule/endorsement"), &json!({}))
    }

    /// What this client may do to a dossier now.
    ///
    /// # Panics
    /// Where it may not see it.
    #[track_caller]
    pub fn may(&self, dossier: &str) -> Vec<Value> {
        let may = self.get(&format!("dossiers/{dossier}")).is(200).at("/may");
        may.as_array().cloned().unwrap_or_default()
    }
}

fn paper_of(leg: &str) -> Value {
    json!({ "number": format!("15/{leg}"), "date": "2026-11-18", "title": format!("Giấy của {leg}") })
}
