//! What may be done now.

use dossier::Act;
use kernel::{LegCode, StepCode};
use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

/// Something that may be done now.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ActOut {
    /// What: the last words of the address to post to.
    pub(crate) act: &'static str,
    /// On which leg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) leg: Option<String>,
    /// On which consultation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) consultation: Option<u32>,
    /// Of which legs it is to be said with it whether they are worked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) decide: Vec<String>,
    /// The leg for whose payment the sum is to be told with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sum_for: Option<String>,
    /// On which step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) step: Option<String>,
    /// To one of which steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) to: Vec<String>,
    /// Only before this moment.
    #[serde(with = "time::serde::rfc3339::option", skip_serializing_if = "Option::is_none")]
    pub(crate) asked_before: Option<OffsetDateTime>,
    /// The latest new appointment that is lawful.
    #[serde(with = "time::serde::rfc3339::option", skip_serializing_if = "Option::is_none")]
    pub(crate) latest_lawful: Option<OffsetDateTime>,
}

impl ActOut {
    fn plain(act: &'static str) -> Self {
        Self { act, ..Self::default() }
    }

    fn on_leg(act: &'static str, leg: &LegCode) -> Self {
        Self { leg: Some(leg.to_string()), ..Self::plain(act) }
    }

    fn before(act: &'static str, asked_before: OffsetDateTime) -> Self {
        Self { asked_before: Some(asked_before), ..Self::plain(act) }
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
            Act::Contact => Self::plain("contact"),
            Act::Withdrawal => Self::plain("withdrawal"),
            Act::StepDone { step, to_say } => Self {
                decide: to_say.decide.iter().map(ToString::to_string).collect(),
                sum_for: to_say.sum_for.as_ref().map(ToString::to_string),
                ..Self::on("done", &step)
            },
            Act::StepSendBack { step, to } => {
                Self { to: to.iter().map(ToString::to_string).collect(), ..Self::on("send-back", &step) }
            }
            Act::StepAssignment { step } => Self::on("assignment", &step),
            Act::LegReceipt { leg } => Self::on_leg("receipt", &leg),
            Act::Consultation { step } => Self::on("consultations", &step),
            Act::ConsultationReply { number } => Self { consultation: Some(number), ..Self::plain("reply") },
            Act::SupplementRequest => Self::plain("supplement-request"),
            Act::SupplementNeeds => Self::plain("supplement-request/needs"),
            Act::SupplementIssue => Self::plain("supplement-request/issue"),
            Act::Supplement => Self::plain("supplement"),
            Act::Closing => Self::plain("closing"),
            Act::PaymentRequest => Self::plain("payment-request"),
            Act::Payment => Self::plain("payment"),
            Act::Reschedule { asked_before, latest_lawful } => Self {
                asked_before: Some(asked_before),
                latest_lawful: Some(latest_lawful),
                ..Self::plain("reschedule")
            },
            Act::RescheduleEndorsement { asked_before } => {
                Self::before("reschedule/endorsement", asked_before)
            }
            Act::RescheduleApproval { asked_before } => Self::before("reschedule/approval", asked_before),
            Act::RescheduleRejection => Self::plain("reschedule/rejection"),
            Act::ApologyDispatch => Self::plain("apology-dispatch"),
            Act::BelatedApology => Self::plain("belated-apology"),
            Act::Paper { leg } => Self::on_leg("paper", &leg),
            Act::PaperReturn { leg } => Self::on_leg("return", &leg),
            Act::Result => Self::plain("result"),
            Act::Return => Self::plain("return"),
            Act::Rating => Self::plain("rating"),
        }
    }
}
