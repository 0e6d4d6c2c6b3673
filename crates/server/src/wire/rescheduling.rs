//! The one rescheduling with its apology, and the belated apology: as they come in.

use crate::http::Prose;
use crate::http::moment::in_utc;
use deadline::Proposal;
use serde::Deserialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

/// A proposal to give the dossier its one new appointment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalIn {
    /// Why the appointment can't be kept.
    pub reason: Prose<4000>,
    /// The new appointment.
    #[serde(deserialize_with = "in_utc")]
    pub new_appointment: OffsetDateTime,
    /// The letter's text.
    pub apology: Prose<8000>,
}

/// Why a proposal is rejected.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RejectionIn {
    /// Why.
    pub reason: Prose<4000>,
}

/// A belated apology.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BelatedApologyIn {
    /// Why it is late.
    pub reason: Prose<4000>,
    /// The letter's text.
    pub apology: Prose<8000>,
    /// When the result may be expected.
    #[serde(deserialize_with = "in_utc")]
    pub expected: OffsetDateTime,
}

/// How a clerk saw to it that a letter reached the applicant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DispatchIn {
    /// How: on paper to whom, by telephone when.
    pub how: Prose<1000>,
}

impl From<RejectionIn> for deadline::Command {
    fn from(rejection: RejectionIn) -> Self {
        deadline::Command::Reject { reason: rejection.reason.into_string() }
    }
}

impl From<DispatchIn> for deadline::Command {
    fn from(dispatch: DispatchIn) -> Self {
        deadline::Command::Send { means: deadline::Means::Other, how: Some(dispatch.how.into_string()) }
    }
}

impl From<ProposalIn> for Proposal {
    fn from(proposal: ProposalIn) -> Self {
        Proposal {
            reason: proposal.reason.into_string(),
            to: proposal.new_appointment,
            apology: proposal.apology.into_string(),
        }
    }
}

impl From<BelatedApologyIn> for deadline::Command {
    fn from(belated: BelatedApologyIn) -> Self {
        deadline::Command::Apologise {
            reason: belated.reason.into_string(),
            apology: belated.apology.into_string(),
            expected: belated.expected,
        }
    }
}
