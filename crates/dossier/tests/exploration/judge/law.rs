//! What the judge is told of a procedure.

use super::almanac::{Almanac, midnight, tomorrow};
use kernel::Role;
use time::{Date, OffsetDateTime};

/// The published processing time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// Working days.
    Days(u32),
    /// Working hours.
    Hours(u32),
}

/// A step, with whom it lies and the working minutes it is given.
#[derive(Debug, Clone)]
pub(crate) struct Desk {
    pub(crate) leg: &'static str,
    pub(crate) step: &'static str,
    pub(crate) role: Role,
    pub(crate) agency: &'static str,
    pub(crate) minutes: i64,
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
    /// The steps, one after another.
    pub(crate) desks: Vec<Desk>,
}

/// The published list: each component with its copies.
pub(crate) const PUBLISHED: [(&str, u16); 2] = [("don", 1), ("anh", 2)];
/// The published grounds of refusal.
pub(crate) const GROUNDS: [&str; 1] = ["sai"];

impl Law {
    /// The calendar as it is known at a moment.
    pub(crate) fn almanac(&self, now: OffsetDateTime) -> Almanac {
        Almanac { off: self.off_at(now) }
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

    /// The desk of a step, and its place.
    pub(crate) fn desk(&self, step: &str) -> Option<(usize, &Desk)> {
        self.desks.iter().enumerate().find(|(_, desk)| desk.step == step)
    }

    /// Whether an agency besides the one that receives works on it.
    pub(crate) fn has_another_agency(&self) -> bool {
        self.desks.iter().any(|desk| desk.agency != self.desks[0].agency)
    }
}
