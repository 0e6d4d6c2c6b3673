//! What became true of a dossier's time.

use calendar::{Appointment, CalendarUsed};
use kernel::{AgencyCode, LegCode, Role, StepCode, UserId};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// An event of the clock. Stored for ever: a field is never renamed, a new one is optional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// The clock stands.
    ClockStopped(Stopped),
    /// The clock runs again.
    ClockResumed(Resumed),
    /// The applicant is to pay.
    PaymentAsked(PaymentAsked),
    /// The applicant has paid.
    PaymentMade(PaymentMade),
    /// A rescheduling was proposed.
    RescheduleProposed(Proposed),
    /// The agency that holds the dossier up put its name to the reason.
    RescheduleEndorsed(Endorsed),
    /// It was rejected.
    RescheduleRejected(Rejected),
    /// It was approved, with its apology.
    RescheduleApproved(Approved),
    /// Its letter went out.
    ApologySent(Sent),
    /// Its letter hadn't gone out when the appointed day began.
    ApologyUnsent(Unsent),
    /// The appointment was missed.
    AppointmentMissed(Breached),
    /// Somebody apologised for that.
    LateApologised(Apologised),
    /// The calendar changed, and the appointment with it.
    AppointmentRecounted(Recounted),
}

/// What the clock stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A supplement.
    Supplement,
    /// A payment.
    Payment,
}

impl Cause {
    /// The name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Cause::Supplement => "supplement",
            Cause::Payment => "payment",
        }
    }
}

/// The clock stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// For what.
    pub cause: Cause,
}

/// The clock runs again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumed {
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Whether it began afresh, with the full time.
    pub afresh: bool,
    /// When the result is due now.
    pub appointment: Appointment,
    /// The calendar that was counted by.
    pub calendar: CalendarUsed,
}

/// The applicant is to pay a fee or tax.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentAsked {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who asked.
    pub by: UserId,
    /// How much, in đồng.
    pub amount: u64,
    /// What for.
    pub purpose: String,
    /// The leg that waits for it, where one does: the clock goes on as long as there is something else to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leg: Option<LegCode>,
}

/// The applicant has paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentMade {
    /// When it was confirmed.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who confirmed it.
    pub by: UserId,
    /// The number of the receipt.
    pub receipt: String,
}

/// A rescheduling was proposed, with the letter as it would go out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who proposed it.
    pub by: UserId,
    /// Why it will be late.
    pub reason: String,
    /// The letter's text.
    pub apology: String,
    /// The appointment that can't be kept.
    #[serde(with = "time::serde::rfc3339")]
    pub from: OffsetDateTime,
    /// The new one.
    pub to: Appointment,
    /// The agency that holds the dossier up, where it isn't the one that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyCode>,
}

/// The agency that holds the dossier up put its name to the reason that the proposal gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsed {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who endorsed it.
    pub by: UserId,
    /// As what: that agency's head, or a deputy there in the field entrusted.
    pub role: Role,
}

/// A proposal was rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who rejected it.
    pub by: UserId,
    /// Why.
    pub reason: String,
}

/// A rescheduling was approved: letter, new appointment and notice in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approved {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who approved it.
    pub by: UserId,
    /// As what: the head, or a deputy in the field entrusted.
    pub role: Role,
    /// Who proposed it.
    pub proposed_by: UserId,
    /// Why it will be late.
    pub reason: String,
    /// The letter's text.
    pub apology: String,
    /// The appointment that can't be kept.
    #[serde(with = "time::serde::rfc3339")]
    pub from: OffsetDateTime,
    /// The new one.
    pub to: Appointment,
    /// The time added, in seconds of the kind that the total has; one that has begun counts as whole.
    pub added_seconds: i64,
    /// The total processing time, in seconds.
    pub total_seconds: i64,
    /// The agency that caused it, which the letter names; none: the one that answers for the dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caused_by: Option<AgencyCode>,
    /// Who put that agency's name to the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endorsed_by: Option<UserId>,
}

/// By which means a letter went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
    /// By other means: a clerk saw to it.
    Other,
}

impl Means {
    /// The name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Means::Sms => "sms",
            Means::Email => "email",
            Means::Other => "other",
        }
    }
}

/// The letter of the rescheduling went out: the proof that it did so before the appointed day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// When that was put on record: no earlier than it went out.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// By which means.
    pub means: Means,
    /// The clerk who saw to it, where it went out by other means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// How, then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
}

/// The letter of the rescheduling hadn't gone out when the appointed day began: a breach of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// When it was found.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// 00:00 of the appointed day, before which it should have gone out.
    #[serde(with = "time::serde::rfc3339")]
    pub day: OffsetDateTime,
}

/// The appointment was missed without a lawful rescheduling, or the second one was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breached {
    /// When it was found.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The appointment that was missed.
    #[serde(with = "time::serde::rfc3339")]
    pub appointment: OffsetDateTime,
    /// Whether it was the second one, given with an apology: the graver breach.
    pub second: bool,
    /// With whom it lay.
    pub holders: Vec<Holder>,
}

/// With whom a dossier lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The step.
    pub step: StepCode,
    /// The agency.
    pub agency: AgencyCode,
    /// The officer, where it was given to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<UserId>,
}

/// The belated apology. It moves no deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apologised {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Who signed it.
    pub by: UserId,
    /// As what: the head, or a deputy in the field entrusted.
    pub role: Role,
    /// Why it is late.
    pub reason: String,
    /// The letter's text.
    pub apology: String,
    /// When the result may be expected.
    #[serde(with = "time::serde::rfc3339")]
    pub expected: OffsetDateTime,
}

/// The calendar changed: the appointment is later now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recounted {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The appointment as it was.
    #[serde(with = "time::serde::rfc3339")]
    pub from: OffsetDateTime,
    /// The appointment as it is now.
    pub to: Appointment,
    /// The calendar it was counted by.
    pub calendar: CalendarUsed,
}
