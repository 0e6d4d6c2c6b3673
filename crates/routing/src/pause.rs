//! The clock stands, and runs again.

use crate::done::used_minutes;
use crate::event::{Paused, Rested, Resumed};
use crate::facts::Facts;
use crate::legs::may_start;
use crate::open::{at_the_start_of, opened_again};
use crate::state::State;

/// Every open step rests: what it took so far is on record, and the time until it goes on is nobody's.
pub fn pause(state: &State, facts: &Facts<'_>) -> Paused {
    let rested = |open: &crate::OpenStep| Rested {
        step: open.opened.step.clone(),
        used_minutes: used_minutes(facts, open),
    };
    Paused { at: facts.now, steps: state.open.iter().map(rested).collect() }
}

/// Every step that rests lies open again: with what is left of its share, or afresh with all of it. So does a leg for which
/// the applicant has paid meanwhile.
pub fn resume(state: &State, facts: &Facts<'_>, afresh: bool) -> Resumed {
    let used = |step| if afresh { 0 } else { state.used_by(step) };
    let steps = state.resting.iter().map(|resting| &resting.opened.step);
    let paid = state.awaiting.iter().filter(|leg| state.paid && may_start(state, facts.process, leg));
    let paid = paid.filter_map(|leg| at_the_start_of(state, facts, leg));
    let opened = steps.filter_map(|step| opened_again(facts, step, used(step))).chain(paid).collect();
    Resumed { at: facts.now, afresh, opened }
}
