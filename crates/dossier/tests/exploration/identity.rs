//! When two lives are at the same point: their ledger, the program's state and the moment say the same, as far as any
//! rule may ask for it again.
//!
//! Left out is what was checked when it happened and decides nothing any more:
//! - who did what is done (save a proposal's author who might approve it), when steps opened and what they took;
//! - once it is accepted, what went on at the counter, but for what may still be asked of the applicant;
//! - once there is a result or an end, all but how that stands and with whom it lay;
//! - once the bound is reached, which way it was;
//! - of moments, what no working time is counted from: a second before midnight and the midnight after it are one since
//!   when the clock stands, and where days are counted a start is its day.
//!
//! The program's state counts beside the ledger: one that forgets something is another point, not the same one reached
//! twice. After every act both are compared, whether or not the point it leads to was known.

use crate::ground::{Variant, code};
use crate::judge::law::PUBLISHED;
use crate::judge::ledger::{Ledger, Turn};
use crate::judge::{is_signatory, timeliness};
use crate::menu::{DETOURS, STOPS, spent_on};
use crate::people::Person;
use deadline::Proposed;
use dossier::State;
use kernel::UserId;
use routing::OpenStep;
use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use time::{Date, OffsetDateTime};

/// A point in a life, as a fingerprint of 128 bits.
pub(crate) type Identity = (u64, u64);

/// What a point is told apart by.
pub(crate) struct Sight<'a> {
    pub(crate) variant: &'a Variant,
    pub(crate) people: &'a [Person],
    pub(crate) state: &'a State,
    pub(crate) ledger: &'a Ledger,
    pub(crate) now: OffsetDateTime,
}

impl Sight<'_> {
    /// The identity of the point.
    pub(crate) fn identity(&self) -> Identity {
        (self.print(0), self.print(1))
    }

    fn print(&self, seed: u8) -> u64 {
        let (mut hasher, ledger) = (DefaultHasher::new(), self.ledger);
        let settled = ledger.ended.is_some() || ledger.result.is_some();
        (seed, self.now.unix_timestamp(), ledger.submitted, ledger.accepted.is_some(), settled)
            .hash(&mut hasher);
        match (settled, ledger.accepted.is_some()) {
            (true, _) => self.settled(&mut hasher),
            (false, false) => self.at_the_counter(&mut hasher),
            (false, true) => self.in_hand(&mut hasher),
        }
        hasher.finish()
    }

    fn at_the_counter(&self, hasher: &mut DefaultHasher) {
        let Ledger { handed, notices, noticed, brought, found, .. } = self.ledger;
        (handed, notices, noticed, brought, found, self.ledger.how_often("completed")).hash(hasher);
        let intake = &self.state.intake;
        (intake.faults.len(), intake.guided.len(), intake.components.len(), intake.brought.len())
            .hash(hasher);
        intake.open.iter().for_each(|item| item.component.hash(hasher));
    }

    fn settled(&self, hasher: &mut DefaultHasher) {
        let (ledger, state) = (self.ledger, self.state);
        let stood = timeliness(&self.variant.law, ledger, self.now).map(|stood| stood as u8);
        (ledger.ended, stood, ledger.returned, ledger.rated, ledger.standing, ledger.out.is_some())
            .hash(hasher);
        (ledger.breaches.is_empty(), ledger.apologised, ledger.rescheduled, ledger.accepted.is_some())
            .hash(hasher);
        ledger.letter.map(|letter| (letter.sent, letter.unsent)).hash(hasher);
        let Ledger { open, resting, finished, proposal, requests, .. } = ledger;
        let missed = ledger.appointment().is_some_and(|appointment| appointment < self.now);
        (turns(open), turns(resting), finished, proposal.is_some(), requests, missed).hash(hasher);
        let (time, end) = (&state.deadline, &state.result);
        (state.stage(), time.breaches.is_empty(), time.apologised.is_some(), time.rescheduled.is_some())
            .hash(hasher);
        (end.kind().is_some(), end.returned.is_some(), end.rated.is_some()).hash(hasher);
    }

    fn in_hand(&self, hasher: &mut DefaultHasher) {
        let Ledger { requests, out, proposal, rescheduled, breaches, apologised, .. } = self.ledger;
        let Ledger { open, resting, touched, finished, .. } = self.ledger;
        let held_up = |by: &Proposed| by.agency.as_ref().map(|agency| agency.as_str().to_owned());
        let proposal = proposal
            .as_ref()
            .map(|proposal| (self.signatory(proposal.by), proposal.to.at, held_up(proposal)));
        (requests, out, proposal, rescheduled, self.ledger.endorsed.is_some()).hash(hasher);
        self.clock(hasher);
        letter(self.ledger).hash(hasher);
        (breaches.len(), self.ledger.is_breached(), apologised, turns(open), turns(resting)).hash(hasher);
        (touched, finished).hash(hasher);
        self.across(hasher);
        self.left_to_live(hasher);
        self.state_in_hand(hasher);
    }

    /// How the legs stand, and what passes between their agencies.
    fn across(&self, hasher: &mut DefaultHasher) {
        let Ledger { legs, received, decided, payment, told, paid, awaiting, .. } = self.ledger;
        (legs, received, decided, payment, told, paid, awaiting).hash(hasher);
        let Ledger { consultations, gathering, papers_out, .. } = self.ledger;
        (consultations, gathering, papers_out).hash(hasher);
        self.ledger.papers.iter().for_each(|(leg, kind)| (leg, kind.as_str()).hash(hasher));
        let (way, end) = (&self.state.routing, &self.state.result);
        let stopped = |leg: &&str| {
            let turn = way.last_turn_of(&code(leg));
            turn.map(|turn| (turn.opened.step.as_str().to_owned(), turn.ended.as_str()))
        };
        self.variant.law.legs.iter().for_each(|leg| stopped(&leg.code).hash(hasher));
        (way.told, way.paid, way.awaiting.is_some(), &way.skipped, &way.received, &way.decided).hash(hasher);
        way.consultations.iter().for_each(|one| one.is_settled().hash(hasher));
        self.state.intake.gathering.as_ref().map(|one| (one.stated.len(), one.asked.due.at)).hash(hasher);
        (end.papers.len(), end.papers_returned.len()).hash(hasher);
    }

    /// The appointment, since when the time runs, how much working time it stood since, and whether people set it; where
    /// it stands, for what, and how much working time before that.
    fn clock(&self, hasher: &mut DefaultHasher) {
        let Some(clock) = &self.ledger.clock else { return };
        let (law, almanac) = (&self.variant.law, self.variant.law.almanac(self.now));
        let start = law.counted_from(clock.start);
        let stood: i64 = clock.stops.iter().map(|(from, to)| almanac.between(*from.max(&start), *to)).sum();
        (clock.appointment, start, stood, clock.by_people).hash(hasher);
        if let Some((from, cause)) = self.ledger.standing {
            (cause, almanac.between(start, from), from < clock.appointment).hash(hasher);
        }
    }

    /// What is left of the bound: how many detours and stops, and which were lived, while any other may be.
    fn left_to_live(&self, hasher: &mut DefaultHasher) {
        let (variant, ledger) = (self.variant, self.ledger);
        let (detours, stops) = (spent_on(ledger, &DETOURS), spent_on(ledger, &STOPS));
        let lived = (detours < variant.detours).then(|| DETOURS.map(|detour| ledger.how_often(detour)));
        let supplied = ledger.out.as_ref().map(|_| ledger.how_often("supplied"));
        (detours >= variant.detours, stops >= variant.stops, lived, supplied).hash(hasher);
        let may_ask = detours < variant.detours && stops < variant.stops;
        may_ask.then(|| self.still_to_ask()).hash(hasher);
    }

    /// What a supplement may still be asked of, and since when the term for asking runs; nothing once none may be asked.
    fn still_to_ask(&self) -> Option<(Date, Vec<&str>)> {
        let Ledger { notices, noticed, brought, accepted, requests, .. } = self.ledger;
        let law = &self.variant.law;
        let accepted = accepted.filter(|_| *requests < law.times())?;
        let known =
            |component: &str| *notices == 0 || noticed.contains(component) || brought.contains(component);
        let published = PUBLISHED.into_iter().map(|(component, _)| component);
        Some((accepted.date(), published.filter(|component| known(component)).collect()))
    }

    fn state_in_hand(&self, hasher: &mut DefaultHasher) {
        let (intake, time, way) = (&self.state.intake, &self.state.deadline, &self.state.routing);
        (intake.requested.len(), intake.supplement_open.as_ref().map(|out| out.due.at)).hash(hasher);
        time.endorsed.is_some().hash(hasher);
        intake.open.iter().for_each(|item| item.component.hash(hasher));
        if let Some(clock) = &time.clock {
            (clock.appointment.at, self.variant.law.counted_from(clock.start)).hash(hasher);
        }
        time.waiting.map(|waiting| waiting.cause).hash(hasher);
        time.proposal.as_ref().map(|proposal| (self.signatory(proposal.by), proposal.to.at)).hash(hasher);
        (time.sent.is_some(), time.unsent.is_some()).hash(hasher);
        (time.rescheduled.is_some(), time.breaches.len(), time.is_breached(), time.apologised.is_some())
            .hash(hasher);
        (open(&way.open), open(&way.resting), way.is_finished(), way.is_untouched()).hash(hasher);
    }

    /// The proposer, where they might approve; none for anybody else.
    fn signatory(&self, by: UserId) -> Option<UserId> {
        let one = self.people.iter().find(|person| person.actor.user() == Some(by));
        one.filter(|person| is_signatory(&person.actor)).map(|_| by)
    }
}

/// What became of the letter of a rescheduling; its day matters while it waits.
fn letter(ledger: &Ledger) -> Option<(bool, bool, Option<OffsetDateTime>)> {
    let letter = ledger.letter?;
    Some((letter.sent, letter.unsent, ledger.letter_waits().filter(|_| !letter.unsent)))
}

/// The steps with whom they were given to, in whatever order they opened.
fn turns(turns: &[Turn]) -> BTreeSet<(&str, Option<UserId>)> {
    turns.iter().map(|turn| (turn.step, turn.officer)).collect()
}

fn open(steps: &[OpenStep]) -> BTreeSet<(&str, Option<UserId>)> {
    steps.iter().map(|open| (open.opened.step.as_str(), open.officer)).collect()
}
