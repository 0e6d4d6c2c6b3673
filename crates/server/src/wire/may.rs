//! What may be done now.

use dossier::Act;
use kernel::StepCode;
use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

/// Something that may be done now.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ActOut {
    /// What: the last words of the address to post to.
    act: &'static str,
    /// On which step.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    /// To one of which steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    to: Vec<String>,
    /// Only before this moment.
    #[serde(with = "time::serde::rfc3339::option", skip_serializing_if = "Option::is_none")]
    asked_before: Option<OffsetDateTime>,
    /// The latest new appointment that is lawful.
    #[serde(with = "time::serde::rfc3339::option", skip_serializing_if = "Option::is_none")]
    latest_lawful: Option<OffsetDateTime>,
}

impl ActOut {
    fn plain(act: &'static str) -> Self {
        Self { act, ..Self::default() }
    }

    fn on(act: &'static str, step: &StepCode) -> Self {
        Self { step: Some(step.to_string()), ..Self::plain(act) }
    }
}

impl From<Act> for ActOut {
    fn from(act: Act) -> Self {
        match act {
            Act::Guidance => Self::plain("guidance"),
            Act::Completion => Self::plain("completion"),
            Act::Acceptance => Self::plain("acceptance"),
            Act::Refusal => Self::plain("refusal"),
            Act::Withdrawal => Self::plain("withdrawal"),
            Act::StepDone { step } => Self::on("done", &step),
            Act::StepSendBack { step, to } => {
                Self { to: to.iter().map(ToString::to_string).collect(), ..Self::on("send-back", &step) }
            }
            Act::StepAssignment { step } => Self::on("assignment", &step),
            Act::SupplementRequest => Self::plain("supplement-request"),
            Act::Supplement => Self::plain("supplement"),
            Act::Closing => Self::plain("closing"),
            Act::PaymentRequest => Self::plain("payment-request"),
            Act::Payment => Self::plain("payment"),
            Act::Reschedule { asked_before, latest_lawful } => Self {
                asked_before: Some(asked_before),
                latest_lawful: Some(latest_lawful),
                ..Self::plain("reschedule")
            },
            Act::RescheduleApproval { asked_before } => {
                Self { asked_before: Some(asked_before), ..Self::plain("reschedule/approval") }
            }
            Act::RescheduleRejection => Self::plain("reschedule/rejection"),
            Act::BelatedApology => Self::plain("belated-apology"),
            Act::Result => Self::plain("result"),
            Act::Return => Self::plain("return"),
            Act::Rating => Self::plain("rating"),
        }
    }
}
