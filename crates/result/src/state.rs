//! What deciding at the end needs to know.

use crate::event::{Event, Kind, Recorded, Returned};
use crate::score::Score;

/// The end so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The result, once it is there.
    pub recorded: Option<Recorded>,
    /// The hand-over, once it happened.
    pub returned: Option<Returned>,
    /// The rating, once it was given.
    pub rated: Option<Score>,
}

impl State {
    /// Which way it was decided, once it was.
    pub fn kind(&self) -> Option<Kind> {
        self.recorded.as_ref().map(|recorded| recorded.result)
    }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    match event {
        Event::ResultRecorded(recorded) => state.recorded = Some(recorded.clone()),
        Event::ResultReturned(returned) => state.returned = Some(returned.clone()),
        Event::Rated(rated) => state.rated = Some(rated.score),
    }
    state
}
