//! What is asked of the applicant, what they bring, and what is said about the appointment.

use super::answer::Answer;
use super::client::Client;
use serde_json::{Value, json};

impl Client {
    /// Guides the applicant; `items` are what the clerk saw.
    #[track_caller]
    pub fn guide(&self, dossier: &str, items: &Value) -> Answer {
        self.post(&format!("dossiers/{dossier}/guidance"), &json!({ "items": items }))
    }

    /// Brings components before acceptance.
    #[track_caller]
    pub fn complete(&self, dossier: &str, components: &Value) -> Answer {
        self.post(&format!("dossiers/{dossier}/completion"), &json!({ "components": components }))
    }

    /// Asks for a supplement.
    #[track_caller]
    pub fn request_supplement(&self, dossier: &str, items: &Value) -> Answer {
        self.post(&format!("dossiers/{dossier}/supplement-request"), &json!({ "items": items }))
    }

    /// Brings components of a supplement.
    #[track_caller]
    pub fn supply(&self, dossier: &str, components: &Value) -> Answer {
        self.post(&format!("dossiers/{dossier}/supplement"), &json!({ "components": components }))
    }

    /// Closes what wasn't supplemented.
    #[track_caller]
    pub fn close(&self, dossier: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/closing"), &json!({}))
    }

    /// Asks for a payment.
    #[track_caller]
    pub fn ask_payment(&self, dossier: &str) -> Answer {
        let body = json!({ "amount": 1_500_000, "purpose": "Lệ phí trước bạ" });
        self.post(&format!("dossiers/{dossier}/payment-request"), &body)
    }

    /// Confirms a payment.
    #[track_caller]
    pub fn confirm_payment(&self, dossier: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/payment"), &json!({ "receipt": "BL-0001" }))
    }

    /// Proposes a rescheduling to a moment (RFC 3339).
    #[track_caller]
    pub fn propose(&self, dossier: &str, to: &str) -> Answer {
        let body = json!({
            "reason": "Phải xác minh ở nơi khác", "new_appointment": to,
            "apology": "Ủy ban nhân dân phường xin lỗi và hẹn lại.",
        });
        self.post(&format!("dossiers/{dossier}/reschedule"), &body)
    }

    /// Approves the rescheduling that waits.
    #[track_caller]
    pub fn approve(&self, dossier: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/reschedule/approval"), &json!({}))
    }

    /// Says how a clerk saw to it that the letter reached the applicant.
    #[track_caller]
    pub fn dispatched(&self, dossier: &str, how: &str) -> Answer {
        self.post(&format!("dossiers/{dossier}/apology-dispatch"), &json!({ "how": how }))
    }

    /// Rejects it.
    #[track_caller]
    pub fn reject(&self, dossier: &str) -> Answer {
        let body = json!({ "reason": "Còn kịp" });
        self.post(&format!("dossiers/{dossier}/reschedule/rejection"), &body)
    }

    /// Apologises belatedly, with an expected moment (RFC 3339).
    #[track_caller]
    pub fn apologise(&self, dossier: &str, expected: &str) -> Answer {
        let body = json!({
            "reason": "Cán bộ nghỉ ốm", "apology": "Xin lỗi vì đã trễ hẹn.", "expected": expected,
        });
        self.post(&format!("dossiers/{dossier}/belated-apology"), &body)
    }
}
