//! What became of the messages about a dossier, on its timeline.

use super::schemas;
use serde::Serialize;
use store::notices::{Followed, To, Way};
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// A message about one thing that happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldOut {
    /// Whom it is for, where that is staff; none: the applicant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user: Option<Uuid>,
    /// By which way: `sms`, `email`; none where no address was good.
    #[schema(schema_with = schemas::way_if_any)]
    pub(crate) channel: Option<&'static str>,
    /// `waiting`, `sent`, `delivered`, `failed`, or `settled` by a clerk by other means.
    #[schema(schema_with = schemas::notice_state)]
    pub(crate) state: &'static str,
    /// Since when: sent, delivered, or settled.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) at: Option<OffsetDateTime>,
    /// How it was settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) how: Option<String>,
}

impl ToldOut {
    /// The messages to the applicant about what stands at this place of the log, their moments in `offset`.
    pub fn applicant(all: &[Followed], seq: i64, offset: UtcOffset) -> Vec<Self> {
        let theirs = all.iter().filter(|one| one.seq == seq && one.to == To::Applicant);
        theirs.map(|one| Self::of(one, offset)).collect()
    }

    /// All messages about it.
    pub fn all(all: &[Followed], seq: i64, offset: UtcOffset) -> Vec<Self> {
        all.iter().filter(|one| one.seq == seq).map(|one| Self::of(one, offset)).collect()
    }

    fn of(one: &Followed, offset: UtcOffset) -> Self {
        let (state, at) = match one.state.as_str() {
            "delivered" => ("delivered", one.delivered_at),
            "sent" => ("sent", one.sent_at),
            "failed" => ("failed", None),
            "settled" => ("settled", one.settled.as_ref().map(|(at, _)| *at)),
            _ => ("waiting", None),
        };
        Self {
            user: match one.to {
                To::Applicant => None,
                To::Staff(user) => Some(user.0),
            },
            channel: match one.way {
                Way::Sms => Some("sms"),
                Way::Email => Some("email"),
                Way::None => None,
            },
            state,
            at: at.map(|at| at.to_offset(offset)),
            how: one.settled.as_ref().map(|(_, how)| how.clone()),
        }
    }
}
