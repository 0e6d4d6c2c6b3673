//! The applicant rates the service.

use crate::event::Rated;
use crate::facts::Facts;
use crate::score::Score;
use crate::state::State;
use kernel::{Actor, Rule, Violation};

/// Takes the rating of whoever holds the dossier's secret, once, after the result was handed over.
///
/// # Errors
/// - `rated-once`: rated before, or nothing handed over yet.
/// - `right-desk`: not by the applicant.
pub fn decide(state: &State, facts: &Facts<'_>, score: Score, comment: String) -> Result<Rated, Violation> {
    ready(state, facts)?;
    Ok(Rated { at: facts.now, score, comment })
}

/// Whether the actor may rate now.
///
/// # Errors
/// As [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<(), Violation> {
    if *facts.actor != Actor::Applicant {
        return Err(Violation::of(Rule::RightDesk).with("role", "applicant"));
    }
    if state.returned.is_none() {
        return Err(Violation::of(Rule::RatedOnce).with("stage", "not returned yet"));
    }
    match state.rated {
        Some(score) => Err(Violation::of(Rule::RatedOnce).with("rated", i64::from(u8::from(score)))),
        None => Ok(()),
    }
}
