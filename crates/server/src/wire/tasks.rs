//! What a counter tells applicants by other means.

use super::letters::href;
use crate::http::Prose;
use crate::notices::ByHand;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use utoipa::ToSchema;
use uuid::Uuid;

/// What a counter tells applicants by other means, the most pressing first.
#[derive(Debug, Serialize, ToSchema)]
pub struct TasksOut {
    /// At most 200.
    pub items: Vec<TaskOut>,
}

/// Somebody is to be told of something by other means.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskOut {
    /// Its id.
    pub(crate) id: Uuid,
    /// Of which dossier.
    pub(crate) dossier: Uuid,
    /// Its number; none before acceptance.
    pub(crate) code: Option<String>,
    /// What it is about.
    pub(crate) occasion: String,
    /// Whether the law has them told in writing.
    pub(crate) legal: bool,
    /// The moment before which they must have been told, where the law sets one.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) deliver_before: Option<OffsetDateTime>,
    /// How many minutes are left until then; below zero once it is over.
    pub(crate) left_minutes: Option<i64>,
    /// Why no message reached them; none where it is still tried.
    pub(crate) why: Option<String>,
    /// Whom to tell.
    pub(crate) name: String,
    /// Their phone, as they gave it.
    pub(crate) phone: String,
    /// Their e-mail, as they gave it.
    pub(crate) email: String,
    /// Where they live.
    pub(crate) address: String,
    /// What to say, in short.
    pub(crate) subject: Option<String>,
    /// What to say.
    pub(crate) text: Option<String>,
    /// The letter to hand over, where there is one.
    pub(crate) letter: Option<String>,
}

/// How somebody was told by other means.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettlementIn {
    /// How: on paper to whom, by telephone when.
    pub how: Prose<1000>,
}

impl TaskOut {
    /// A task as it is at `now`.
    pub fn of(by_hand: ByHand, now: OffsetDateTime) -> Self {
        let ByHand { task, person, message, letter, offset } = by_hand;
        let (subject, text) = message.unzip();
        Self {
            id: task.id,
            dossier: task.dossier.0,
            code: task.code,
            occasion: task.occasion,
            legal: task.is_legal,
            deliver_before: task.deliver_before.map(|before| before.to_offset(offset)),
            left_minutes: task.deliver_before.map(|before| (before - now).whole_minutes()),
            why: task.why,
            name: person.name,
            phone: person.phone,
            email: person.email,
            address: person.address,
            subject,
            text,
            letter: letter.as_ref().map(href),
        }
    }
}
