//! Whose the time was.

use crate::facts::Facts;
use crate::state::State;
use routing::Charge;

/// What each step was given and what it took until the facts' moment. A dossier that has ended takes nobody's time.
pub fn charges(state: &State, facts: &Facts) -> Vec<Charge> {
    let open = if state.intake.ended.is_some() { &[] } else { state.routing.open.as_slice() };
    routing::charge::charges(&state.routing.turns, open, &facts.for_routing())
}
