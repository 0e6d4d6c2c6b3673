//! The way from the beginning to a point: kept as short as it can be, and lived once more to be told.

use crate::judge::judge;
use crate::judge::ledger::Ledger;
use crate::menu::{Offer, menu};
use crate::moments::next;
use crate::walk::Walk;
use dossier::{Event, State, decide, evolve};
use time::OffsetDateTime;

/// How a point was reached from the one before.
#[derive(Debug, Clone)]
pub(crate) enum Move {
    /// Time went on.
    Waited(OffsetDateTime),
    /// Somebody did something.
    Did { who: &'static str, now: OffsetDateTime, what: String, kinds: Vec<&'static str> },
}

/// A move, as short as it can be kept: who, by their place, and the place of what they did on the menu.
#[derive(Clone, Copy)]
pub(crate) enum Trace {
    Waited,
    Did { who: u8, what: u8 },
}

impl Walk<'_> {
    /// The way to a point, lived once more from the beginning.
    pub(crate) fn path_to(&mut self, id: usize) -> Vec<Move> {
        let back = std::iter::successors(Some(id), |id| self.trail[*id].1.map(|_| self.trail[*id].0));
        let mut traces: Vec<Trace> = back.filter_map(|id| self.trail[id].1).collect();
        traces.reverse();
        let (mut state, mut ledger, mut now) = (State::default(), Ledger::default(), self.variant.moments[0]);
        let mut path = Vec::new();
        for trace in traces {
            match trace {
                Trace::Waited => {
                    now = next(self.variant, &ledger, now).expect("it was waited for");
                    path.push(Move::Waited(now));
                }
                Trace::Did { who, what } => {
                    let offer = menu(self.variant, &ledger, now).swap_remove(usize::from(what));
                    let facts = &self.facts_at(now)[usize::from(who)];
                    let events = decide(&state, facts, offer.command.clone()).expect("it was done");
                    path.push(self.did(usize::from(who), now, &offer, &events));
                    ledger =
                        judge(&self.variant.law, &self.people[usize::from(who)].actor, now, &ledger, &events)
                            .0;
                    state = events.iter().fold(state, evolve);
                }
            }
        }
        path
    }

    pub(crate) fn did(&self, who: usize, now: OffsetDateTime, offer: &Offer, events: &[Event]) -> Move {
        let kinds = events.iter().map(Event::kind).collect();
        Move::Did { who: self.people[who].name, now, what: offer.name.clone(), kinds }
    }
}
