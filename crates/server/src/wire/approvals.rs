//! The head's queue: reschedulings that wait for a signature, with the time that is left.

use super::lateness::ProposalOut;
use catalog::Version;
use deadline::Proposed;
use serde::Serialize;
use store::query::Approval;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// What waits for a signature, the most pressing first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalsOut {
    /// At most 200.
    pub items: Vec<ApprovalOut>,
}

/// A rescheduling that waits for a signature.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalOut {
    /// The dossier's id.
    pub(crate) id: Uuid,
    /// Its number.
    pub(crate) code: Option<String>,
    /// The procedure's name.
    pub(crate) procedure: String,
    /// What is asked of me: `approval`, or `endorsement` of the reason as the head of the agency that holds it up.
    pub(crate) asked_for: &'static str,
    /// What is proposed, with the letter as it would go out.
    pub(crate) proposal: ProposalOut,
    /// It can be approved before this moment: then the appointed day begins.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) asked_before: OffsetDateTime,
    /// How many minutes are left until then.
    pub(crate) left_minutes: i64,
}

impl ApprovalOut {
    /// A line of the queue at `now`, its moments in `offset`.
    pub fn of(
        approval: &Approval,
        proposed: &Proposed,
        state: &deadline::State,
        version: &Version,
        now: OffsetDateTime,
        offset: UtcOffset,
    ) -> Self {
        Self {
            id: approval.dossier.0,
            code: approval.code.clone(),
            procedure: version.name().to_owned(),
            asked_for: if approval.is_endorsement { "endorsement" } else { "approval" },
            proposal: ProposalOut::of(proposed, state),
            asked_before: approval.asked_before.to_offset(offset),
            left_minutes: (approval.asked_before - now).whole_minutes(),
        }
    }
}
