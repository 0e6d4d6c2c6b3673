//! How late a dossier will be, or was: what was proposed, given, missed and apologised for.

use super::schemas;
use deadline::{Apologised, Approved, Breached, Holder, Means, Proposed, Sent};
use kernel::Role;
use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;
use uuid::Uuid;

/// Everything about a dossier that will be late, or was.
#[derive(Debug, Serialize, ToSchema)]
pub struct LatenessOut {
    /// The proposal that waits for approval.
    pub(crate) proposal: Option<ProposalOut>,
    /// The one rescheduling, once it was approved.
    pub(crate) rescheduled: Option<RescheduledOut>,
    /// The appointments that were missed.
    pub(crate) breaches: Vec<BreachOut>,
    /// The belated apology.
    pub(crate) belated_apology: Option<BelatedApologyOut>,
}

/// A proposal that waits for approval.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalOut {
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// Who proposed it.
    pub(crate) by: Uuid,
    /// Why the appointment can't be kept.
    pub(crate) reason: String,
    /// The letter's text.
    pub(crate) apology: String,
    /// The appointment that can't be kept.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) appointment: OffsetDateTime,
    /// The new one.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) new_appointment: OffsetDateTime,
    /// The agency that holds the dossier up, where it isn't the one that answers for it.
    pub(crate) held_up_by: Option<String>,
    /// Who put that agency's name to the reason, once somebody did.
    pub(crate) endorsed_by: Option<Uuid>,
}

/// The rescheduling: letter and new appointment.
#[derive(Debug, Serialize, ToSchema)]
pub struct RescheduledOut {
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// Who approved it.
    pub(crate) by: Uuid,
    /// As what: the head, or a deputy in the field entrusted.
    #[schema(schema_with = schemas::role)]
    pub(crate) role: Role,
    /// Who proposed it.
    pub(crate) proposed_by: Uuid,
    /// Why it will be late.
    pub(crate) reason: String,
    /// The letter's text.
    pub(crate) apology: String,
    /// The appointment that couldn't be kept.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) appointment: OffsetDateTime,
    /// The new one.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) new_appointment: OffsetDateTime,
    /// The agency that caused it, as the letter names it, where it isn't the one that answers for the dossier.
    pub(crate) caused_by: Option<String>,
    /// Who put that agency's name to the reason.
    pub(crate) endorsed_by: Option<Uuid>,
    /// That the letter went out, once it did.
    pub(crate) sent: Option<SentOut>,
    /// When it was found that the letter hadn't gone out when the appointed day began: a breach of its own.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) unsent_at: Option<OffsetDateTime>,
}

/// The letter of a rescheduling went out.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentOut {
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// By which means: `sms`, `email`, or `other`.
    #[schema(schema_with = schemas::means)]
    pub(crate) means: Means,
    /// The clerk who saw to it by other means.
    pub(crate) by: Option<Uuid>,
    /// How.
    pub(crate) how: Option<String>,
}

/// A missed appointment.
#[derive(Debug, Serialize, ToSchema)]
pub struct BreachOut {
    /// When it was found.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// The appointment that was missed.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) appointment: OffsetDateTime,
    /// Whether it was the second one, given with an apology: the graver breach.
    pub(crate) second: bool,
    /// With whom the dossier lay.
    pub(crate) holders: Vec<HolderOut>,
}

/// With whom a dossier lay.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolderOut {
    pub(crate) step: String,
    pub(crate) agency: String,
    pub(crate) officer: Option<Uuid>,
}

/// The belated apology. It moves no deadline.
#[derive(Debug, Serialize, ToSchema)]
pub struct BelatedApologyOut {
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// Who signed it.
    pub(crate) by: Uuid,
    /// As what: the head, or a deputy in the field entrusted.
    #[schema(schema_with = schemas::role)]
    pub(crate) role: Role,
    /// Why it is late.
    pub(crate) reason: String,
    /// The letter's text.
    pub(crate) apology: String,
    /// When the result may be expected.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) expected: OffsetDateTime,
}

/// A letter of apology, as the applicant reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApologyOut {
    /// When it went out.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// Why it is late.
    pub(crate) reason: String,
    /// The letter's text.
    pub(crate) apology: String,
    /// The new appointment, or when the result may be expected.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) promised: OffsetDateTime,
    /// Whether it came too late to give a new appointment.
    pub(crate) belated: bool,
    /// The agency that caused it, where it isn't the one that answers for the dossier.
    pub(crate) caused_by: Option<String>,
}

impl ApologyOut {
    /// The letters of apology that went out, in order.
    pub fn all(state: &deadline::State) -> Vec<Self> {
        let rescheduled = state.rescheduled.as_ref().map(|approved| Self {
            at: approved.at,
            reason: approved.reason.clone(),
            apology: approved.apology.clone(),
            promised: approved.to.at,
            belated: false,
            caused_by: approved.caused_by.as_ref().map(ToString::to_string),
        });
        let belated = state.apologised.as_ref().map(|apologised| Self {
            at: apologised.at,
            reason: apologised.reason.clone(),
            apology: apologised.apology.clone(),
            promised: apologised.expected,
            belated: true,
            caused_by: None,
        });
        let mut letters: Vec<Self> = rescheduled.into_iter().chain(belated).collect();
        letters.sort_by_key(|letter| letter.at);
        letters
    }
}

impl LatenessOut {
    /// How late a dossier will be, or was.
    pub fn of(state: &deadline::State) -> Self {
        Self {
            proposal: state.proposal.as_ref().map(|proposed| ProposalOut::of(proposed, state)),
            rescheduled: state.rescheduled.as_ref().map(|approved| RescheduledOut::of(approved, state)),
            breaches: state.breaches.iter().map(BreachOut::from).collect(),
            belated_apology: state.apologised.as_ref().map(BelatedApologyOut::from),
        }
    }
}

impl ProposalOut {
    /// The proposal that waits.
    pub fn of(proposed: &Proposed, state: &deadline::State) -> Self {
        Self {
            at: proposed.at,
            by: proposed.by.0,
            reason: proposed.reason.clone(),
            apology: proposed.apology.clone(),
            appointment: proposed.from,
            new_appointment: proposed.to.at,
            held_up_by: proposed.agency.as_ref().map(ToString::to_string),
            endorsed_by: state.endorsed.as_ref().map(|endorsed| endorsed.by.0),
        }
    }
}

impl RescheduledOut {
    fn of(approved: &Approved, state: &deadline::State) -> Self {
        Self {
            at: approved.at,
            by: approved.by.0,
            role: approved.role,
            proposed_by: approved.proposed_by.0,
            reason: approved.reason.clone(),
            apology: approved.apology.clone(),
            appointment: approved.from,
            new_appointment: approved.to.at,
            caused_by: approved.caused_by.as_ref().map(ToString::to_string),
            endorsed_by: approved.endorsed_by.map(|by| by.0),
            sent: state.sent.as_ref().map(SentOut::from),
            unsent_at: state.unsent.as_ref().map(|unsent| unsent.at),
        }
    }
}

impl From<&Sent> for SentOut {
    fn from(sent: &Sent) -> Self {
        Self { at: sent.at, means: sent.means, by: sent.by.map(|by| by.0), how: sent.how.clone() }
    }
}

impl From<&Breached> for BreachOut {
    fn from(breached: &Breached) -> Self {
        Self {
            at: breached.at,
            appointment: breached.appointment,
            second: breached.second,
            holders: breached.holders.iter().map(HolderOut::from).collect(),
        }
    }
}

impl From<&Holder> for HolderOut {
    fn from(holder: &Holder) -> Self {
        Self {
            step: holder.step.to_string(),
            agency: holder.agency.to_string(),
            officer: holder.officer.map(|officer| officer.0),
        }
    }
}

impl From<&Apologised> for BelatedApologyOut {
    fn from(apologised: &Apologised) -> Self {
        Self {
            at: apologised.at,
            by: apologised.by.0,
            role: apologised.role,
            reason: apologised.reason.clone(),
            apology: apologised.apology.clone(),
            expected: apologised.expected,
        }
    }
}
