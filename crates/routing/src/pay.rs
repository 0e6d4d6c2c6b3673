//! The applicant has paid what a leg waits for.

use crate::event::LegPaid;
use crate::facts::Facts;
use crate::legs::may_start;
use crate::open;
use crate::state::State;
use kernel::LegCode;

/// The leg starts, where it waits for nothing else and the clock runs: nothing before it was sent back meanwhile. Otherwise
/// it starts when it would have anyway. That it was paid is seen to where the clock is.
pub fn pay(state: &State, facts: &Facts<'_>, leg: &LegCode) -> LegPaid {
    let waits = !state.paused && state.awaiting.as_ref() == Some(leg) && may_start(state, facts.process, leg);
    let opened = if waits { open::at_the_start_of(state, facts, leg) } else { None };
    LegPaid { at: facts.now, leg: leg.clone(), opened: opened.into_iter().collect() }
}
