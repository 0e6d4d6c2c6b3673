//! What deciding at the desk needs to know.

use crate::event::{Accepted, Event, Submitted};
use kernel::GroundCode;

/// A submission so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What came in; none before anything did.
    pub submitted: Option<Submitted>,
    /// The acceptance, once there is one.
    pub accepted: Option<Accepted>,
    /// How it ended at the desk, if it did.
    pub ended: Option<Ended>,
    /// The ground it was refused on, if it was.
    pub refused_on: Option<GroundCode>,
}

/// How a submission ended at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Refused.
    Refused,
    /// Withdrawn.
    Withdrawn,
}

impl Ended {
    /// The stage it is at for good.
    pub fn as_str(self) -> &'static str {
        match self {
            Ended::Refused => "refused",
            Ended::Withdrawn => "withdrawn",
        }
    }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    match event {
        Event::Submitted(submitted) => state.submitted = Some(submitted.clone()),
        Event::Accepted(accepted) => state.accepted = Some(accepted.clone()),
        Event::Refused(refused) => {
            state.ended = Some(Ended::Refused);
            state.refused_on = Some(refused.ground.clone());
        }
        Event::Withdrawn(_) => state.ended = Some(Ended::Withdrawn),
    }
    state
}
