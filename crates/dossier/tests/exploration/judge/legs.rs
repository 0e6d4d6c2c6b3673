//! How the legs stand by the process alone: which are done with, which start now (2.d).

use super::across::LegStands;
use super::law::Law;
use super::ledger::{Ledger, Turn};
use super::process::{Leg, OnlyIf};
use crate::ground::LEAD;
use std::collections::BTreeSet;

/// What starts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Starts {
    /// The steps that open.
    pub(crate) opened: BTreeSet<&'static str>,
    /// The legs that aren't worked.
    pub(crate) skipped: BTreeSet<&'static str>,
    /// The leg that waits for nothing but its payment.
    pub(crate) awaiting: Option<&'static str>,
}

impl Ledger {
    /// Whether a leg is done, or isn't worked.
    pub(crate) fn is_done_with(&self, leg: &str) -> bool {
        matches!(self.legs.get(leg), Some(LegStands::Done | LegStands::Skipped))
    }

    /// Whether a leg is done.
    pub(crate) fn is_done(&self, leg: &str) -> bool {
        self.legs.get(leg) == Some(&LegStands::Done)
    }

    /// Whether a step of a leg lies open, or rests.
    pub(crate) fn lies_in(&self, law: &Law, leg: &str) -> bool {
        let is_there = |turn: &Turn| law.seat(turn.step).is_some_and(|seat| seat.leg.code == leg);
        self.open.iter().chain(&self.resting).any(is_there)
    }

    /// Whether anything was done in a leg, or may be now.
    pub(crate) fn has_begun(&self, law: &Law, leg: &str) -> bool {
        let stood = matches!(self.legs.get(leg), Some(LegStands::Done | LegStands::BackAt(_)));
        stood || self.lies_in(law, leg)
    }

    /// The agencies of the legs that aren't done with; one counts whose condition can't be told yet.
    pub(crate) fn still_to_act(&self, law: &Law) -> BTreeSet<&'static str> {
        let ahead = law.legs.iter().filter(|leg| !self.is_done_with(leg.code));
        ahead.filter(|leg| self.is_worked(leg) != Some(false)).map(|leg| leg.agency).collect()
    }

    /// Whether a leg is worked, where that can be told.
    pub(crate) fn is_worked(&self, leg: &Leg) -> Option<bool> {
        if leg.only_if == OnlyIf::Always { Some(true) } else { self.decided.get(leg.code).copied() }
    }

    /// Whether all that a leg waits for is done with, nearest or not.
    pub(crate) fn may_start(&self, law: &Law, leg: &Leg) -> bool {
        law.before(leg).iter().all(|code| self.is_done_with(code))
    }
}

/// What starts in a life with nothing opened yet that could be.
pub(crate) fn starting(law: &Law, ledger: &Ledger) -> Starts {
    let (mut starts, mut after) = (Starts::default(), ledger.clone());
    for leg in law.legs {
        if after.is_done_with(leg.code) || after.lies_in(law, leg.code) || !after.may_start(law, leg) {
            continue;
        }
        if after.is_worked(leg) != Some(true) {
            after.legs.insert(leg.code, LegStands::Skipped);
            starts.skipped.insert(leg.code);
        } else if leg.told_at.is_some() && !after.is_paid() {
            starts.awaiting = Some(leg.code);
        } else {
            starts.opened.extend(starts_with(&after, leg));
        }
    }
    starts
}

/// The step a leg starts with, or goes on with after it was sent back.
pub(crate) fn starts_with(ledger: &Ledger, leg: &Leg) -> Option<&'static str> {
    match ledger.legs.get(leg.code) {
        Some(LegStands::BackAt(step)) => Some(step),
        _ => leg.desks.first().map(|desk| desk.step),
    }
}

impl Ledger {
    /// Whether nothing is left to pay before the leg that waits for it.
    pub(crate) fn is_paid(&self) -> bool {
        self.paid || self.told == Some(0)
    }
}

/// The steps that a step may be sent back to: earlier ones of its leg; for a coordinating agency those of the lead's legs
/// before it that are done.
pub(crate) fn targets(law: &Law, ledger: &Ledger, step: &str) -> BTreeSet<&'static str> {
    let Some(seat) = law.seat(step) else { return BTreeSet::new() };
    let earlier = seat.leg.desks[..seat.place].iter();
    let before = law.before(seat.leg);
    let is_leads = |leg: &&Leg| leg.agency == LEAD && before.contains(leg.code) && ledger.is_done(leg.code);
    let leads = law.legs.iter().filter(|_| seat.agency() != LEAD).filter(is_leads);
    leads.flat_map(|leg| leg.desks).chain(earlier).map(|desk| desk.step).collect()
}
