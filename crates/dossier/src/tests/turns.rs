//! The time of each step, added up a second time from the events.

use super::acts::steps;
use super::life::Life;
use crate::Event;
use kernel::{AgencyCode, StepCode};
use routing::{Event as Way, Opened};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// What is left of each step's share, and which lie open.
struct Ledger<'a> {
    life: &'a Life,
    shares: BTreeMap<StepCode, (AgencyCode, i64)>,
    left: BTreeMap<StepCode, i64>,
    open: BTreeMap<StepCode, OffsetDateTime>,
}

impl Ledger<'_> {
    fn opens(&mut self, opened: &Opened) {
        let left = self.left[&opened.step];
        assert_eq!(opened.given_minutes, left.max(0), "{opened:?}");
        assert_eq!(self.open.insert(opened.step.clone(), opened.at), None, "a step lies open once");
    }

    fn ends(&mut self, step: &StepCode, at: OffsetDateTime, used: i64) {
        let since = self.open.remove(step).expect("only what lies open ends");
        let (agency, _) = &self.shares[step];
        let took = self.life.sample.calendars[agency].working_minutes(since, at).expect("covered");
        assert_eq!(used, took.max(0), "{step}");
        *self.left.get_mut(step).expect("a step of the process") -= used;
    }

    fn afresh(&mut self) {
        self.left = self.shares.iter().map(|(step, (_, share))| (step.clone(), *share)).collect();
    }
}

/// Each turn was given what was left and took what the calendar says; a step lies open once, and the state says which.
pub(crate) fn check_turns(life: &Life) {
    let share = |step: &catalog::Step| i64::from(step.share.amount()) * 60;
    let shares =
        steps(&life.sample).into_iter().map(|(agency, step)| (step.code.clone(), (agency, share(&step))));
    let mut ledger = Ledger { life, shares: shares.collect(), left: BTreeMap::new(), open: BTreeMap::new() };
    ledger.afresh();
    for event in &life.events {
        if let Event::Routing(event) = event {
            follow(&mut ledger, event);
        }
    }
    let open = life.state.routing.open.iter().map(|open| (open.opened.step.clone(), open.opened.at));
    assert_eq!(ledger.open, open.collect());
}

fn follow(ledger: &mut Ledger<'_>, event: &Way) {
    match event {
        Way::Started(started) => started.opened.iter().for_each(|opened| ledger.opens(opened)),
        Way::StepDone(done) => {
            ledger.ends(&done.step, done.at, done.used_minutes);
            done.opened.iter().for_each(|opened| ledger.opens(opened));
        }
        Way::StepSentBack(back) => {
            ledger.ends(&back.step, back.at, back.used_minutes);
            ledger.opens(&back.opened);
        }
        Way::LegPaid(paid) => paid.opened.iter().for_each(|opened| ledger.opens(opened)),
        Way::StepAssigned(_)
        | Way::LegReceived(_)
        | Way::Consulted(_)
        | Way::ConsultationAnswered(_)
        | Way::ConsultationUnanswered(_) => {}
        Way::Paused(paused) => {
            paused.steps.iter().for_each(|rested| ledger.ends(&rested.step, paused.at, rested.used_minutes));
        }
        Way::Resumed(resumed) => {
            if resumed.afresh {
                ledger.afresh();
            }
            resumed.opened.iter().for_each(|opened| ledger.opens(opened));
        }
    }
}
