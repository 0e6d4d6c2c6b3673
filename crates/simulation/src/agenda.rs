//! What is going to happen, in order of time; of what happens at one moment, what was put down first.

use crate::pool::PoolId;
use kernel::{LegCode, StepCode};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use time::OffsetDateTime;

/// A dossier of the simulation: its place in the order of arrival.
pub(crate) type LifeId = u32;

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Happening {
    /// The next dossier comes in.
    Arrival,
    /// An agency's people come back to their desks.
    Opening(PoolId),
    /// One of them has done what they worked on.
    Finished(PoolId, usize),
    /// Something about one dossier.
    Concerning(LifeId, Matter),
}

/// Something about one dossier, by nobody's work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Matter {
    /// The appointment is near: is it going to be kept?
    Near(OffsetDateTime),
    /// The appointment is over.
    Over(OffsetDateTime),
    /// The letter of the rescheduling is handed to a provider.
    LetterSent,
    /// The day before which it had to go out begins.
    LetterOver,
    /// What a step was set aside for is there.
    GoesOn(StepCode, OffsetDateTime),
    /// The applicant brings what the guidance asked for.
    Completes,
    /// Nobody has brought it.
    GivesUp,
    /// The applicant brings what the supplement request asked for.
    Supplies,
    /// The days for that are over.
    SupplementOver,
    /// The agencies' time to say what they need is over.
    NeedsOver,
    /// A consultation's time is over.
    ConsultationOver(u32),
    /// The applicant pays.
    Pays,
    /// The applicant comes for the result.
    Collects,
    /// The applicant comes for one paper of a bundle.
    CollectsPaper(LegCode),
    /// The applicant rates the service.
    Rates,
    /// The applicant takes the dossier back.
    Withdraws,
}

/// What is going to happen.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    order: BinaryHeap<Reverse<(OffsetDateTime, u64)>>,
    what: BTreeMap<u64, Happening>,
    put_down: u64,
}

impl Agenda {
    /// Puts something down.
    pub(crate) fn put(&mut self, at: OffsetDateTime, what: Happening) {
        self.order.push(Reverse((at, self.put_down)));
        self.what.insert(self.put_down, what);
        self.put_down += 1;
    }

    /// What happens next, and when.
    pub(crate) fn next(&mut self) -> Option<(OffsetDateTime, Happening)> {
        let Reverse((at, place)) = self.order.pop()?;
        Some((at, self.what.remove(&place)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn what_happens_at_one_moment_happens_in_the_order_it_was_put_down() {
        let (early, late) = (datetime!(2026-01-05 08:00 +7), datetime!(2026-01-05 09:00 +7));
        let mut agenda = Agenda::default();
        let about = |life| Happening::Concerning(life, Matter::Rates);
        [(late, 1), (early, 2), (early, 3)].into_iter().for_each(|(at, life)| agenda.put(at, about(life)));
        let told: Vec<_> = std::iter::from_fn(|| agenda.next()).collect();
        assert_eq!(told, [(early, about(2)), (early, about(3)), (late, about(1))]);
    }
}
