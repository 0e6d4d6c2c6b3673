//! The clock runs again.

use crate::event::{Cause, Resumed};
use crate::facts::Facts;
use crate::state::State;
use calendar::Stop;
use kernel::{Rule, Violation};

/// Starts the clock that stands for `cause` again: afresh with the full time (NĐ 118/2025 Đ19.5), or with what was left.
///
/// Afresh counts like an acceptance at this moment. What was left goes on as [`calendar::Calendar::due_after_stops`]
/// says.
///
/// # Errors
/// `stage-order`: it doesn't stand for that.
pub fn decide(state: &State, facts: &Facts<'_>, cause: Cause, afresh: bool) -> Result<Resumed, Violation> {
    let waiting = state.waiting.filter(|waiting| waiting.cause == cause);
    let (Some(clock), Some(waiting)) = (&state.clock, waiting) else {
        return Err(Violation::of(Rule::StageOrder).with("not_waiting_for", cause.as_str()));
    };
    let appointment = if afresh {
        facts.calendar.due(facts.now, clock.time).expect("the calendar covers the time from now")
    } else {
        // The clocks of two servers may differ: a stop never ends before it began.
        let stop = Stop { from: waiting.since, to: facts.now.max(waiting.since) };
        clock.due_with(facts.calendar, state.is_set_by_people(), stop)
    };
    Ok(Resumed { at: facts.now, afresh, appointment, calendar: facts.calendar.used() })
}
