//! The breadth-first search over one variant.

use crate::acts::act_of;
use crate::ground::{LEAD, Variant, code};
use crate::identity::{Identity, Sight};
use crate::judge::Offence;
use crate::judge::ledger::Ledger;
use crate::menu::menu;
use crate::moments::next;
use crate::path::{Move, Trace};
use crate::people::{Person, people_of};
use dossier::{Facts, State};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use time::OffsetDateTime;

/// A point of a life that is still to be looked at.
#[derive(Debug, Clone)]
pub(crate) struct Point {
    pub(crate) state: State,
    pub(crate) ledger: Ledger,
    pub(crate) now: OffsetDateTime,
    /// Its place among the points found.
    pub(crate) id: usize,
}

/// A rule that was broken, and the shortest way there.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) offence: Offence,
    pub(crate) path: Vec<Move>,
}

/// What the walk has seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// How many distinct points.
    pub(crate) points: usize,
    /// How many commands were asked.
    pub(crate) asked: usize,
    /// How many decisions were judged.
    pub(crate) judged: usize,
    /// How many seconds that took.
    pub(crate) seconds: u64,
    /// Every kind of event that came about.
    pub(crate) kinds: BTreeSet<&'static str>,
    /// The rules that were broken, each with its shortest path; the walk ends with the level where the first is found.
    pub(crate) broken: BTreeMap<String, Found>,
}

/// A walk over one variant.
pub(crate) struct Walk<'a> {
    pub(crate) variant: &'a Variant,
    pub(crate) people: Vec<Person>,
    facts: HashMap<OffsetDateTime, Rc<Vec<Facts>>>,
    known: HashMap<Identity, usize>,
    /// For each point, the one before and how it was left.
    pub(crate) trail: Vec<(usize, Option<Trace>)>,
    pub(crate) seen: Seen,
}

impl<'a> Walk<'a> {
    /// The walk from the beginning to wherever time and the bounds let it go; it ends with the level in which it, or
    /// another walk, finds a rule broken.
    pub(crate) fn of(variant: &'a Variant, broken: &AtomicBool) -> Seen {
        let (facts, known) = (HashMap::new(), HashMap::new());
        let (seen, began) = (Seen::default(), Instant::now());
        let mut walk = Walk { variant, people: people_of(&variant.law), facts, known, trail: vec![], seen };
        let mut level = walk.begin();
        while !level.is_empty() && !broken.load(Ordering::Relaxed) {
            level = level.iter().flat_map(|point| walk.look_at(point)).collect();
            broken.fetch_or(!walk.seen.broken.is_empty(), Ordering::Relaxed);
        }
        walk.seen.points = walk.trail.len();
        walk.seen.seconds = began.elapsed().as_secs();
        walk.seen
    }

    fn begin(&mut self) -> Vec<Point> {
        let now = self.variant.moments[0];
        self.reach(State::default(), Ledger::default(), now, (0, None)).into_iter().collect()
    }

    /// Keeps a point that wasn't known.
    pub(crate) fn reach(
        &mut self,
        state: State,
        ledger: Ledger,
        now: OffsetDateTime,
        from: (usize, Option<Trace>),
    ) -> Option<Point> {
        let id = self.trail.len();
        let (variant, people) = (self.variant, &self.people[..]);
        let key = Sight { variant, people, state: &state, ledger: &ledger, now }.identity();
        if self.known.contains_key(&key) {
            return None;
        }
        self.known.insert(key, id);
        self.trail.push(from);
        Some(Point { state, ledger, now, id })
    }

    /// Asks everything of a point, judges what is decided, and gives the new points it leads to.
    fn look_at(&mut self, point: &Point) -> Vec<Point> {
        let facts = self.facts_at(point.now);
        self.compare_with_ledger(point, None, &point.state, &point.ledger);
        let offers = menu(self.variant, &point.ledger, point.now);
        let mut reached = Vec::new();
        for who in 0..self.people.len() {
            let mut allowed = BTreeSet::new();
            for (what, offer) in offers.iter().enumerate() {
                if let Some(events) = self.ask(point, &facts[who], who, offer) {
                    allowed.extend(act_of(&offer.what).filter(|_| offer.sound));
                    let trace = Trace::Did { who: place(who), what: place(what) };
                    reached.extend(self.follow(point, who, offer, &events, trace));
                }
            }
            self.compare_with_may(point, &facts[who], who, &allowed);
        }
        if let Some(now) = next(self.variant, &point.ledger, point.now) {
            let waited = (point.id, Some(Trace::Waited));
            reached.extend(self.reach(point.state.clone(), point.ledger.clone(), now, waited));
        }
        reached
    }

    /// The facts of everybody's commands at a moment.
    pub(crate) fn facts_at(&mut self, now: OffsetDateTime) -> Rc<Vec<Facts>> {
        let (variant, people) = (self.variant, &self.people);
        let facts = |person: &Person| {
            let (version, calendars) = (Arc::clone(&variant.version), variant.calendars_at(now).clone());
            Facts::new(person.actor.clone(), now, version, code("chung"), code(LEAD), calendars)
                .expect("covered")
        };
        Rc::clone(self.facts.entry(now).or_insert_with(|| Rc::new(people.iter().map(facts).collect())))
    }
}

fn place(index: usize) -> u8 {
    u8::try_from(index).expect("few")
}
