//! What an actor could do now, by the very predicates that decide.

use crate::decide::{before_the_decision, in_work, last_step_done};
use crate::facts::Facts;
use crate::state::State;
use kernel::StepCode;
use serde::Serialize;

/// Something that could be done to a dossier now; the names are the API's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// Accept it.
    Acceptance,
    /// Refuse it.
    Refusal,
    /// Take it back.
    Withdrawal,
    /// Complete a step.
    StepDone {
        /// Which.
        step: StepCode,
    },
    /// Send a step back.
    StepSendBack {
        /// Which.
        step: StepCode,
        /// To one of these.
        to: Vec<StepCode>,
    },
    /// Give a step to an officer.
    StepAssignment {
        /// Which.
        step: StepCode,
    },
    /// Record the result.
    Result,
    /// Hand it over.
    Return,
    /// Rate the service.
    Rating,
}

/// Everything the facts' actor could do to the dossier at the facts' moment.
pub fn may(state: &State, facts: &Facts) -> Vec<Act> {
    let mut acts = at_the_desk(state, facts);
    acts.extend(along_the_way(state, facts));
    acts.extend(at_the_end(state, facts));
    acts
}

fn at_the_desk(state: &State, facts: &Facts) -> Vec<Act> {
    let desk = facts.for_intake();
    let withdrawal =
        || before_the_decision(state).and_then(|()| intake::withdraw::ready(&state.intake, &desk));
    let acts = [
        (intake::accept::ready(&state.intake, &desk).is_ok(), Act::Acceptance),
        (intake::refuse::ready(&state.intake, &desk).is_ok(), Act::Refusal),
        (withdrawal().is_ok(), Act::Withdrawal),
    ];
    kept(acts)
}

fn along_the_way(state: &State, facts: &Facts) -> Vec<Act> {
    if in_work(state).is_err() {
        return Vec::new();
    }
    let desks = facts.for_routing();
    let Some(staff) = facts.actor.staff() else { return Vec::new() };
    let mut acts = Vec::new();
    for open in &state.routing.open {
        let step = &open.opened.step;
        let mine = routing::desk::lies_with(open, staff);
        let to = routing::open::earlier_steps(&desks, step);
        acts.extend(mine.then(|| Act::StepDone { step: step.clone() }));
        acts.extend((mine && !to.is_empty()).then(|| Act::StepSendBack { step: step.clone(), to }));
        let gives = mine || routing::assign::is_giver(open, staff);
        acts.extend(gives.then(|| Act::StepAssignment { step: step.clone() }));
    }
    acts
}

fn at_the_end(state: &State, facts: &Facts) -> Vec<Act> {
    let end = facts.for_result();
    let work = || last_step_done(state, facts).is_ok();
    let acts = [
        (result::record::ready(&state.result, &end).is_ok() && work(), Act::Result),
        (result::hand_over::ready(&state.result, &end).is_ok(), Act::Return),
        (result::rate::ready(&state.result, &end).is_ok(), Act::Rating),
    ];
    kept(acts)
}

fn kept<const N: usize>(acts: [(bool, Act); N]) -> Vec<Act> {
    acts.into_iter().filter(|(may, _)| *may).map(|(_, act)| act).collect()
}
