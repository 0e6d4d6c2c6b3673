//! The clock is stopped.

use crate::clock::Clock;
use crate::event::{Cause, Stopped};
use crate::facts::Facts;
use crate::state::State;
use kernel::{Rule, Violation};

/// Stops the clock: a supplement or a payment is out (domain: Counting time).
///
/// # Errors
/// `stage-order`: it doesn't run.
pub fn decide(state: &State, facts: &Facts<'_>, cause: Cause) -> Result<Stopped, Violation> {
    running(state)?;
    Ok(Stopped { at: facts.now, cause })
}

/// The clock, if it runs.
///
/// # Errors
/// `stage-order`: nothing accepted, or the clock stands.
pub fn running(state: &State) -> Result<&Clock, Violation> {
    match (&state.clock, &state.waiting) {
        (Some(clock), None) => Ok(clock),
        (Some(_), Some(waiting)) => {
            let violation = Violation::of(Rule::StageOrder).with("waiting_for", waiting.cause.as_str());
            Err(violation.with("since", waiting.since))
        }
        (None, _) => Err(Violation::of(Rule::StageOrder).with("stage", "not accepted")),
    }
}
