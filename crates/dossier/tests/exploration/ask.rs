//! What is asked of a point: decided, judged, and compared with what the rules allow.

use crate::acts::{Named, acts_in};
use crate::judge::ledger::Ledger;
use crate::judge::{Offence, agreement, judge, told};
use crate::menu::Offer;
use crate::oracle::Asked;
use crate::path::{Move, Trace};
use crate::walk::{Found, Point, Walk};
use dossier::{Event, Facts, State, charges, decide, evolve, may, timeliness};
use std::collections::BTreeSet;

impl Walk<'_> {
    /// What is decided; on the way, that it is what the rules allow. What isn't sound is asked by those who might ask for
    /// the like of it that is.
    pub(crate) fn ask(
        &mut self,
        point: &Point,
        facts: &Facts,
        who: usize,
        offer: &Offer,
    ) -> Option<Vec<Event>> {
        let actor = &self.people[who].actor;
        let asked = Asked { law: &self.variant.law, ledger: &point.ledger, actor, now: point.now };
        let lawful = asked.is_lawful(&offer.what);
        if !lawful && !offer.sound {
            return None;
        }
        let lawful = lawful && offer.sound;
        self.seen.asked += 1;
        let decided = decide(&point.state, facts, offer.command.clone());
        match decided {
            Err(violation) if lawful => {
                let what = format!("{} is refused “{}”: {violation}", self.people[who].name, offer.name);
                self.break_at(point, None, Offence { slug: "lawful-not-refused", cite: "all", what });
                None
            }
            Err(_) => None,
            Ok(events) => {
                if !lawful {
                    let what = format!("{} may do “{}”", self.people[who].name, offer.name);
                    self.suspect(point, who, offer, &events, what);
                }
                Some(events)
            }
        }
    }

    /// Something was allowed that the rules don't allow: said only where no invariant of the events says so better.
    fn suspect(&mut self, point: &Point, who: usize, offer: &Offer, events: &[Event], what: String) {
        let actor = &self.people[who].actor;
        let (_, offences) = judge(&self.variant.law, actor, point.now, &point.ledger, events);
        if offences.is_empty() {
            let last = self.did(who, point.now, offer, events);
            self.break_at(point, Some(last), Offence { slug: "unlawful-not-done", cite: "all", what });
        }
    }

    /// Judges what was decided and goes on from there.
    pub(crate) fn follow(
        &mut self,
        point: &Point,
        who: usize,
        offer: &Offer,
        events: &[Event],
        trace: Trace,
    ) -> Option<Point> {
        self.seen.judged += 1;
        self.seen.kinds.extend(events.iter().map(Event::kind));
        let actor = &self.people[who].actor;
        let (ledger, offences) = judge(&self.variant.law, actor, point.now, &point.ledger, events);
        for offence in offences {
            let last = self.did(who, point.now, offer, events);
            self.break_at(point, Some(last), offence);
        }
        let state = events.iter().fold(point.state.clone(), evolve);
        let last = self.did(who, point.now, offer, events);
        self.compare_with_ledger(point, Some(&last), &state, &ledger);
        if !offer.followed {
            return None;
        }
        self.reach(state, ledger, point.now, (point.id, Some(trace)))
    }

    /// Looks whether the program's state says what the ledger says, here or after a last move.
    pub(crate) fn compare_with_ledger(
        &mut self,
        point: &Point,
        last: Option<&Move>,
        state: &State,
        ledger: &Ledger,
    ) {
        let facts = self.facts_at(point.now);
        let stands = timeliness(state, facts[0].calendar(), point.now);
        let charged = told(&charges(state, &facts[0]));
        for offence in agreement(&self.variant.law, ledger, state, point.now, stands, &charged) {
            self.break_at(point, last.cloned(), offence);
        }
    }

    pub(crate) fn compare_with_may(
        &mut self,
        point: &Point,
        facts: &Facts,
        who: usize,
        allowed: &BTreeSet<Named>,
    ) {
        let listed: BTreeSet<Named> = may(&point.state, facts).iter().flat_map(acts_in).collect();
        if listed != *allowed {
            let what = format!("{} may {listed:?}, and is allowed {allowed:?}", self.people[who].name);
            self.break_at(point, None, Offence { slug: "may-agrees-with-decide", cite: "dossier", what });
        }
    }

    fn break_at(&mut self, point: &Point, last: Option<Move>, offence: Offence) {
        if !self.seen.broken.contains_key(offence.slug) {
            let mut path = self.path_to(point.id);
            path.extend(last);
            self.seen.broken.insert(offence.slug.to_owned(), Found { offence, path });
        }
    }
}
