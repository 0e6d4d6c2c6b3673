//! What each step was given and what it took: lateness is charged to whoever used the time.

use crate::done::used_minutes;
use crate::event::Opened;
use crate::facts::Facts;
use crate::state::{OpenStep, Turn};
use kernel::{AgencyCode, LegCode, StepCode};

/// What one step of one agency was given and what it took, over all its turns, in working minutes of its agency's
/// calendar. A step that was sent back or rested goes on with what was left of its share; begun afresh, with all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The leg.
    pub leg: LegCode,
    /// The step.
    pub step: StepCode,
    /// The agency it lay with.
    pub agency: AgencyCode,
    /// The time it was given.
    pub given_minutes: i64,
    /// The time it took so far.
    pub used_minutes: i64,
    /// What it took beyond its share (domain: Overdue dossiers).
    pub late_minutes: i64,
}

/// The charges of these turns and of what lies open at the facts' moment, in the order in which the steps first opened.
pub fn charges(turns: &[Turn], open: &[OpenStep], facts: &Facts<'_>) -> Vec<Charge> {
    let ended = turns.iter().map(|turn| (&turn.opened, turn.used_minutes));
    let open = open.iter().map(|open| (&open.opened, used_minutes(facts, open)));
    let mut charges: Vec<Charge> = Vec::new();
    for (opened, used) in ended.chain(open) {
        match charges.iter_mut().find(|charge| charge.is_of(opened)) {
            Some(charge) => charge.add(opened, used),
            None => charges.push(Charge::begun(opened, used)),
        }
    }
    charges
}

impl Charge {
    fn begun(opened: &Opened, used: i64) -> Self {
        Self {
            leg: opened.leg.clone(),
            step: opened.step.clone(),
            agency: opened.agency.clone(),
            given_minutes: opened.given_minutes,
            used_minutes: used,
            late_minutes: (used - opened.given_minutes).max(0),
        }
    }

    fn is_of(&self, opened: &Opened) -> bool {
        self.step == opened.step && self.agency == opened.agency
    }

    /// What was left of what it had been given before is given again with the turn, not besides it.
    fn add(&mut self, opened: &Opened, used: i64) {
        let left = self.given_minutes - self.used_minutes + self.late_minutes;
        self.given_minutes += (opened.given_minutes - left).max(0);
        self.used_minutes += used;
        self.late_minutes += (used - opened.given_minutes).max(0);
    }
}
