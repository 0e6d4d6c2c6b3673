//! The order of stages: which sibling decides what, and what follows from it.

use crate::command::Command;
use crate::event::Event;
use crate::facts::Facts;
use crate::stage::Stage;
use crate::state::State;
use kernel::{Rule, StepCode, Violation};
use routing::OpenStep;

/// Decides a command on a dossier.
///
/// # Errors
/// The rule it breaks: a sibling's own, or `stage-order`, `withdraw-before-decision`.
pub fn decide(state: &State, facts: &Facts, command: Command) -> Result<Vec<Event>, Violation> {
    match command {
        Command::Intake(command) => at_the_desk(state, facts, command),
        Command::Routing(command) => along_the_way(state, facts, command),
        Command::Result(command) => at_the_end(state, facts, command),
    }
}

/// Acceptance starts the process; a withdrawal comes before the decision.
fn at_the_desk(state: &State, facts: &Facts, command: intake::Command) -> Result<Vec<Event>, Violation> {
    if matches!(command, intake::Command::Withdraw { .. }) {
        before_the_decision(state)?;
    }
    let decided = intake::decide(&state.intake, &facts.for_intake(), command)?;
    let accepted = decided.iter().any(|event| matches!(event, intake::Event::Accepted(_)));
    let mut events: Vec<Event> = decided.into_iter().map(Event::from).collect();
    if accepted {
        let opened = routing::open::at_acceptance(&facts.for_routing());
        events.push(routing::Event::Started(routing::Started { opened }).into());
    }
    Ok(events)
}

/// Steps are worked between acceptance and result.
fn along_the_way(state: &State, facts: &Facts, command: routing::Command) -> Result<Vec<Event>, Violation> {
    in_work(state)?;
    Ok(all(routing::decide(&state.routing, &facts.for_routing(), command)?))
}

/// Recording the result completes the last step, if that still lies open with who records it.
fn at_the_end(state: &State, facts: &Facts, command: result::Command) -> Result<Vec<Event>, Violation> {
    let mut events = Vec::new();
    if matches!(command, result::Command::Record { .. }) {
        events = last_step_done(state, facts)?;
    }
    events.extend(all(result::decide(&state.result, &facts.for_result(), command)?));
    Ok(events)
}

/// What completes the work: nothing where all steps are done; the last step, where it alone lies open.
pub(crate) fn last_step_done(state: &State, facts: &Facts) -> Result<Vec<Event>, Violation> {
    result_still_to_come(state)?;
    in_work(state)?;
    match state.routing.open.as_slice() {
        [] if state.routing.is_finished() => Ok(Vec::new()),
        [open] if is_last(state, facts, &open.opened.step) => {
            let step = open.opened.step.clone();
            let done = routing::Command::Done { step, note: String::new(), outcome: None };
            Ok(all(routing::decide(&state.routing, &facts.for_routing(), done)?))
        }
        open => Err(unfinished(open)),
    }
}

fn is_last(state: &State, facts: &Facts, step: &StepCode) -> bool {
    routing::open::after(&state.routing, &facts.for_routing(), step).is_empty()
}

fn unfinished(open: &[OpenStep]) -> Violation {
    let open: Vec<String> = open.iter().map(|open| open.opened.step.to_string()).collect();
    Violation::of(Rule::StageOrder).with("unfinished", open)
}

pub(crate) fn before_the_decision(state: &State) -> Result<(), Violation> {
    match &state.result.recorded {
        Some(recorded) => Err(Violation::of(Rule::WithdrawBeforeDecision).with("decided_at", recorded.at)),
        None => Ok(()),
    }
}

pub(crate) fn in_work(state: &State) -> Result<(), Violation> {
    match state.stage() {
        Some(Stage::Accepted | Stage::InProgress) => Ok(()),
        other => {
            let stage = other.map_or("nothing submitted", Stage::as_str);
            Err(Violation::of(Rule::StageOrder).with("stage", stage))
        }
    }
}

fn result_still_to_come(state: &State) -> Result<(), Violation> {
    match state.result.kind() {
        Some(kind) => Err(Violation::of(Rule::ChangedMeanwhile).with("result", kind.as_str())),
        None => Ok(()),
    }
}

fn all<E: Into<Event>>(events: Vec<E>) -> Vec<Event> {
    events.into_iter().map(Into::into).collect()
}
