//! The applicant rates the service.

use crate::decide::Facts;
use crate::event::Rated;
use crate::state::State;
use kernel::{Actor, Rule, Violation};
use serde::{Deserialize, Serialize};

/// A rating from 1 (very dissatisfied) to 5 (very satisfied).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

impl TryFrom<u8> for Score {
    type Error = &'static str;
    fn try_from(score: u8) -> Result<Self, &'static str> {
        if (1..=5).contains(&score) { Ok(Self(score)) } else { Err("a score is 1 to 5") }
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> u8 {
        score.0
    }
}

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
