//! The log of a dossier, as staff read it.

use super::told::ToldOut;
use catalog::{Leg, Process};
use dossier::Event;
use kernel::{AgencyCode, StepCode};
use serde::Serialize;
use serde_json::Value;
use store::log::Entry;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// The log of one dossier.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogOut {
    /// What became true, in order.
    pub items: Vec<EntryOut>,
}

/// One entry.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryOut {
    /// Its place, from 1.
    pub(crate) seq: i64,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// What kind.
    pub(crate) kind: &'static str,
    /// Who: `staff`, `applicant` or `system`.
    pub(crate) actor: String,
    /// The account, where it is staff.
    pub(crate) user: Option<Uuid>,
    /// What became true, as it is kept.
    #[schema(value_type = Object)]
    pub(crate) data: Value,
    /// Who was told of it, and what became of that.
    pub(crate) told: Vec<ToldOut>,
}

/// Whether an entry concerns `agency`: all but what was done at another agency's desks.
pub fn concerns(entry: &Entry, process: &Process, receiving: &AgencyCode, agency: &AgencyCode) -> bool {
    use routing::Event as Way;
    let Event::Routing(event) = &entry.event else { return true };
    let of_leg = |leg: &Leg| leg.agency_under(receiving) == agency;
    let of_step = |step: &StepCode| process.place_of(step).is_some_and(|(leg, _)| of_leg(leg));
    match event {
        Way::StepDone(done) => {
            of_step(&done.step) || done.opened.iter().any(|opened| opened.agency == *agency)
        }
        Way::StepSentBack(back) => of_step(&back.step),
        Way::StepAssigned(assigned) => of_step(&assigned.step),
        Way::LegReceived(received) => process.leg(&received.leg).is_some_and(of_leg),
        Way::Consulted(asked) => asked.asking == *agency || asked.asked == *agency,
        Way::ConsultationAnswered(_) | Way::ConsultationUnanswered(_) => false,
        Way::Started(_) | Way::Paused(_) | Way::Resumed(_) | Way::LegPaid(_) => true,
    }
}

impl EntryOut {
    /// An entry with its moment in `offset`, and who was told of it.
    pub fn of(entry: &Entry, offset: UtcOffset, told: Vec<ToldOut>) -> Self {
        Self {
            seq: entry.seq,
            at: entry.at.to_offset(offset),
            kind: entry.event.kind(),
            actor: entry.actor.clone(),
            user: entry.user.map(|user| user.0),
            data: serde_json::from_str(&entry.event.payload()).unwrap_or_default(),
            told,
        }
    }
}
