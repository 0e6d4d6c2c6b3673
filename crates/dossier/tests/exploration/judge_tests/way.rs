//! Events on the way through several agencies, made by hand.

use super::life::{DUE, Life, THURSDAY};
use super::made::{accepted, done};
use crate::ground::{code, law_of};
use crate::people::user;
use dossier::Event;
use kernel::LegCode;
use routing::{Event as Way, LegReceived, Opened, Started, StepDone};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// A step of a variant that opens, with so many minutes left.
pub(super) fn opened_under(variant: &str, step: &str, at: OffsetDateTime, given_minutes: i64) -> Opened {
    let seat = law_of(variant).seat(step).expect("a step");
    let (leg, agency, role) = (code(seat.leg.code), code(seat.agency()), seat.desk.role);
    Opened { leg, step: code(step), agency, role, at, given_minutes, due: at }
}

/// A life under a variant's law, accepted on Thursday with these steps open.
#[derive(Clone)]
pub(super) struct Passing {
    variant: &'static str,
    pub(super) life: Life,
}

impl Passing {
    /// Accepted, with these steps open, and so decided about what goes by what was handed in.
    pub(super) fn begun(variant: &'static str, steps: &[&str], decided: &[(&str, bool)]) -> Passing {
        let opened = steps.iter().map(|step| opened_under(variant, step, THURSDAY, 60)).collect();
        Passing::started(variant, Started { opened, skipped: vec![], decided: said(decided) })
    }

    /// Accepted, and started so.
    pub(super) fn started(variant: &'static str, started: Started) -> Passing {
        let events = [accepted(DUE), Event::Routing(Way::Started(started))];
        Passing { variant, life: Life::under(variant).submitted().then("clerk", THURSDAY, events) }
    }

    /// A step that opens with its whole hour.
    pub(super) fn opens(&self, step: &str) -> Opened {
        opened_under(self.variant, step, THURSDAY, 60)
    }

    /// One decision more, on Thursday.
    pub(super) fn then(self, who: &'static str, events: impl Into<Vec<Event>>) -> Passing {
        Passing { life: self.life.then(who, THURSDAY, events), ..self }
    }

    /// A step done at once, which opens others.
    pub(super) fn does(self, who: &'static str, by: u128, step: &str, opens: &[&str]) -> Passing {
        let opened = opens.iter().map(|step| self.opens(step)).collect();
        self.then(who, [done(step, by, THURSDAY, 0, opened)])
    }

    /// The same at another agency, which has received its leg with it.
    pub(super) fn receives_and_does(
        self,
        who: &'static str,
        by: u128,
        (leg, step): (&str, &str),
        opens: &[&str],
    ) -> Passing {
        let opened = opens.iter().map(|step| self.opens(step)).collect();
        self.then(who, [received(leg, by), done(step, by, THURSDAY, 0, opened)])
    }
}

pub(super) fn said(decided: &[(&str, bool)]) -> BTreeMap<LegCode, bool> {
    decided.iter().map(|(leg, worked)| (code(leg), *worked)).collect()
}

pub(super) fn received(leg: &str, by: u128) -> Event {
    Event::Routing(Way::LegReceived(LegReceived { at: THURSDAY, leg: code(leg), by: user(by) }))
}

/// A step done with more said at its end.
pub(super) fn done_saying(event: Event, change: impl FnOnce(&mut StepDone)) -> Event {
    let Event::Routing(Way::StepDone(mut done)) = event else { return event };
    change(&mut done);
    Event::Routing(Way::StepDone(done))
}
