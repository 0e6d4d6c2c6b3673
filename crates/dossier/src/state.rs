//! What a dossier is now: its events, folded.

use crate::event::Event;
use crate::stage::Stage;
use deadline::{Cause, Clock};
use intake::{Accepted, Ended};

/// A dossier's state. Nothing in it isn't derived from its events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// How many events it has had: its version.
    pub version: i64,
    /// At the desk.
    pub intake: intake::State,
    /// Along the way.
    pub routing: routing::State,
    /// When it is due.
    pub deadline: deadline::State,
    /// At the end.
    pub result: result::State,
}

impl State {
    /// The state after these events, in order.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Event>) -> State {
        events.into_iter().fold(State::default(), evolve)
    }

    /// The stage; none before anything was submitted.
    pub fn stage(&self) -> Option<Stage> {
        self.intake.submitted.as_ref()?;
        Some(match (self.intake.ended, &self.intake.accepted) {
            (Some(Ended::Refused), _) => Stage::Refused,
            (Some(Ended::Withdrawn), _) => Stage::Withdrawn,
            (Some(Ended::Closed), _) => Stage::Closed,
            (None, None) if self.intake.guided.is_empty() => Stage::Submitted,
            (None, None) => Stage::Guided,
            (None, Some(_)) => self.stage_after_acceptance(),
        })
    }

    fn stage_after_acceptance(&self) -> Stage {
        if self.result.returned.is_some() {
            Stage::Returned
        } else if self.result.recorded.is_some() {
            Stage::ResultReady
        } else if let Some(waiting) = &self.deadline.waiting {
            match waiting.cause {
                Cause::Supplement => Stage::AwaitingSupplement,
                Cause::Payment => Stage::AwaitingPayment,
            }
        } else if self.routing.is_untouched() {
            Stage::Accepted
        } else {
            Stage::InProgress
        }
    }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    state.version += 1;
    match event {
        Event::Intake(event) => {
            if let intake::Event::Accepted(accepted) = event {
                state.deadline = deadline::begun(clock_of(accepted));
            }
            state.intake = intake::evolve(state.intake, event);
        }
        Event::Deadline(event) => state.deadline = deadline::evolve(state.deadline, event),
        Event::Routing(event) => state.routing = routing::evolve(state.routing, event),
        Event::Result(event) => state.result = result::evolve(state.result, event),
    }
    state
}

fn clock_of(accepted: &Accepted) -> Clock {
    Clock::begun(accepted.at, accepted.time, accepted.appointment, accepted.calendar.clone())
}
