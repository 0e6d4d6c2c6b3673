//! Lives of events that were made by hand.

use super::made::{accepted, anh, don, started, submitted};
use crate::ground::law_of;
use crate::judge::judge;
use crate::judge::law::Law;
use crate::judge::ledger::Ledger;
use crate::people::everybody;
use dossier::Event;
use std::collections::BTreeSet;
use time::OffsetDateTime;
use time::macros::datetime;

/// A Thursday afternoon.
pub(super) const THURSDAY: OffsetDateTime = datetime!(2026-11-19 16:00 +7);
/// Two working days later: Friday and Monday.
pub(super) const DUE: OffsetDateTime = datetime!(2026-11-23 17:30 +7);
/// A third later, to the minute; Tuesday is off.
pub(super) const THIRD: OffsetDateTime = datetime!(2026-11-25 14:50 +7);

/// A life made by hand, under the law of a variant.
#[derive(Clone)]
pub(super) struct Life {
    law: Law,
    deeds: Vec<(&'static str, OffsetDateTime, Vec<Event>)>,
}

impl Life {
    /// Nothing yet, of a procedure of two days.
    pub(super) fn plain() -> Life {
        Life::under("days")
    }

    /// Nothing yet, under a variant's law.
    pub(super) fn under(name: &str) -> Life {
        Life { law: law_of(name), deeds: vec![] }
    }

    /// Submitted complete.
    pub(super) fn submitted(self) -> Life {
        self.then("clerk", THURSDAY, [submitted(vec![don(), anh(2)])])
    }

    /// Accepted on Thursday.
    pub(super) fn accepted(self) -> Life {
        self.submitted().then("clerk", THURSDAY, [accepted(DUE), started(THURSDAY)])
    }

    /// The same life, and one decision more.
    pub(super) fn then(
        mut self,
        who: &'static str,
        now: OffsetDateTime,
        events: impl Into<Vec<Event>>,
    ) -> Life {
        self.deeds.push((who, now, events.into()));
        self
    }

    /// The rules it breaks.
    pub(super) fn offences(&self) -> BTreeSet<&'static str> {
        let (people, mut ledger) = (everybody(), Ledger::default());
        let mut broken = BTreeSet::new();
        for (who, now, events) in &self.deeds {
            let person = people.iter().find(|person| person.name == *who).expect("somebody");
            let (after, offences) = judge(&self.law, &person.actor, *now, &ledger, events);
            broken.extend(offences.iter().map(|offence| offence.slug));
            ledger = after;
        }
        broken
    }
}
