//! What the judge is told of a procedure.

use super::almanac::{Almanac, hours_of, midnight, tomorrow};
use super::process::{Desk, Leg, Seat};
use crate::ground::LEAD;
use std::collections::BTreeSet;
use time::{Date, OffsetDateTime};

/// The published processing time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// Working days.
    Days(u32),
    /// Working hours.
    Hours(u32),
}

/// A procedure, as far as the judge needs to know it.
#[derive(Debug, Clone)]
pub(crate) struct Law {
    /// The published time.
    pub(crate) span: Span,
    /// Whether the full time begins afresh after a supplement.
    pub(crate) afresh: bool,
    /// Whether the field's own law allows a second notice and a second request.
    pub(crate) exceptions: bool,
    /// The days off besides week-ends.
    pub(crate) off: Vec<Date>,
    /// Days that are announced to be off, or where they were, to be worked; and since when that is known.
    pub(crate) announced: Option<(OffsetDateTime, &'static [Date])>,
    /// The legs, each after those it waits for.
    pub(crate) legs: &'static [Leg],
}

/// The published list: each component with its copies.
pub(crate) const PUBLISHED: [(&str, u16); 2] = [("don", 1), ("anh", 2)];
/// What is published too, and asked for only if need be.
pub(crate) const IF_NEED_BE: &str = "bando";
/// The published grounds of refusal.
pub(crate) const GROUNDS: [&str; 1] = ["sai"];

impl Law {
    /// The lead's calendar as it is known at a moment.
    pub(crate) fn almanac(&self, now: OffsetDateTime) -> Almanac {
        self.almanac_of(LEAD, now)
    }

    /// An agency's calendar as it is known at a moment.
    pub(crate) fn almanac_of(&self, agency: &str, now: OffsetDateTime) -> Almanac {
        Almanac { off: self.off_at(now), sessions: hours_of(agency) }
    }

    /// The days off as they are known at a moment.
    pub(crate) fn off_at(&self, now: OffsetDateTime) -> Vec<Date> {
        let mut off = self.off.clone();
        let announced = self.announced.filter(|(at, _)| now >= *at).map_or(&[][..], |(_, days)| days);
        for day in announced {
            match off.iter().position(|known| known == day) {
                Some(place) => drop(off.remove(place)),
                None => off.push(*day),
            }
        }
        off
    }

    /// The calendar's version as it is known at a moment.
    pub(crate) fn calendar_version(&self, now: OffsetDateTime) -> u32 {
        1 + u32::from(self.announced.is_some_and(|(at, _)| now >= at))
    }

    /// From when on time that began to run at a moment is counted: days from the next day on, hours at once.
    pub(crate) fn counted_from(&self, start: OffsetDateTime) -> OffsetDateTime {
        match self.span {
            Span::Days(_) => midnight(tomorrow(start.date())),
            Span::Hours(_) => start,
        }
    }

    /// How many notices before acceptance, and how many requests after it, are lawful.
    pub(crate) fn times(&self) -> usize {
        1 + usize::from(self.exceptions)
    }

    /// The leg with this code.
    pub(crate) fn leg(&self, code: &str) -> Option<&'static Leg> {
        self.legs.iter().find(|leg| leg.code == code)
    }

    /// Every step, with its leg and its place there.
    pub(crate) fn seats(&self) -> impl Iterator<Item = Seat> {
        let seats = |leg: &'static Leg| {
            leg.desks.iter().enumerate().map(move |(place, desk)| Seat { leg, place, desk })
        };
        self.legs.iter().flat_map(seats)
    }

    /// The desk of a step.
    pub(crate) fn seat(&self, step: &str) -> Option<Seat> {
        self.seats().find(|seat| seat.desk.step == step)
    }

    /// The agencies that work on it, and the one that receives.
    pub(crate) fn agencies(&self) -> BTreeSet<&'static str> {
        self.legs.iter().map(|leg| leg.agency).chain([LEAD]).collect()
    }

    /// The legs that must be done with before this one, nearest or not.
    pub(crate) fn before(&self, leg: &Leg) -> BTreeSet<&'static str> {
        let nearest = leg.after.iter().filter_map(|code| self.leg(code));
        nearest.flat_map(|leg| self.before(leg).into_iter().chain([leg.code])).collect()
    }

    /// Whether it is a bundle: some legs end in papers of their own.
    pub(crate) fn is_bundle(&self) -> bool {
        self.legs.iter().any(|leg| leg.paper.is_some())
    }

    /// The legs that are decided on at the end of a step.
    pub(crate) fn decided_at(&self, step: &str) -> impl Iterator<Item = &'static Leg> {
        self.legs.iter().filter(move |leg| leg.is_decided_at(step))
    }

    /// The leg whose sum is told at the end of a step.
    pub(crate) fn told_at(&self, step: &str) -> Option<&'static Leg> {
        self.legs.iter().find(|leg| leg.told_at == Some(step))
    }
}

impl Seat {
    /// The agency it lies with.
    pub(crate) fn agency(&self) -> &'static str {
        self.leg.agency
    }

    /// The next step of the same leg.
    pub(crate) fn next(&self) -> Option<&'static Desk> {
        self.leg.desks.get(self.place + 1)
    }
}
