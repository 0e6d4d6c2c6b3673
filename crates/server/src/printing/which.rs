//! Which letters a dossier has.

use dossier::Event;
use kernel::DossierId;
use letters::Kind;
use store::log::Entry;

/// A letter of a dossier: which form, and the place in the log of the event that it tells of; of a control sheet, of the
/// last one that it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Which {
    /// Of which dossier.
    pub dossier: DossierId,
    /// Which form.
    pub kind: Kind,
    /// Where in the log.
    pub seq: i64,
}

/// The letters of a dossier in the order in which they came about, the control sheet as it is now behind them.
pub fn of_dossier(id: DossierId, entries: &[Entry]) -> Vec<Which> {
    let told = entries
        .iter()
        .filter_map(|entry| of_event(&entry.event).map(|kind| Which { dossier: id, kind, seq: entry.seq }));
    let accepted =
        entries.iter().any(|entry| matches!(entry.event, Event::Intake(intake::Event::Accepted(_))));
    let last = entries.last().filter(|_| accepted);
    let sheet = last.map(|entry| Which { dossier: id, kind: Kind::ControlSheet, seq: entry.seq });
    told.chain(sheet).collect()
}

/// The form that tells of an event; none of most.
pub fn of_event(event: &Event) -> Option<Kind> {
    match event {
        Event::Intake(intake::Event::Accepted(_)) => Some(Kind::Receipt),
        Event::Intake(intake::Event::Guided(_) | intake::Event::GuidedAgain(_)) => Some(Kind::Guidance),
        Event::Intake(intake::Event::SupplementRequested(_) | intake::Event::SupplementRequestedAgain(_)) => {
            Some(Kind::Supplement)
        }
        Event::Intake(intake::Event::Refused(_)) => Some(Kind::Refusal),
        Event::Deadline(deadline::Event::RescheduleApproved(_)) => Some(Kind::Apology),
        Event::Deadline(deadline::Event::LateApologised(_)) => Some(Kind::BelatedApology),
        Event::Result(result::Event::ResultReturned(_) | result::Event::PaperReturned(_)) => {
            Some(Kind::ResultSlip)
        }
        Event::Intake(_) | Event::Routing(_) | Event::Deadline(_) | Event::Result(_) => None,
    }
}

/// The form of this name, if a dossier has letters of it.
pub fn named(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| *kind != Kind::Register && kind.slug() == name)
}
