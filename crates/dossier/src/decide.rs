//! The order of stages: which sibling decides what, and what follows from it.

use crate::command::Command;
use crate::event::Event;
use crate::facts::Facts;
use crate::stage::Stage;
use crate::state::State;
use catalog::AfterSupplement;
use deadline::{Cause, Holder};
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
        Command::Deadline(command) => in_time(state, facts, command),
        Command::Result(command) => at_the_end(state, facts, command),
    }
}

/// Acceptance starts the process; a withdrawal comes before the decision. A supplement request stops the clock, and what
/// it asked for starts it again once it is all in.
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
    events.extend(all(clock_after(state, facts, events.last())?));
    Ok(with_the_steps(state, facts, events))
}

/// A supplement request stops the clock; what it asked for starts it again once it is all in.
fn clock_after(
    state: &State,
    facts: &Facts,
    last: Option<&Event>,
) -> Result<Vec<deadline::Event>, Violation> {
    let time = facts.for_deadline();
    Ok(match last {
        Some(Event::Intake(
            intake::Event::SupplementRequested(_) | intake::Event::SupplementRequestedAgain(_),
        )) => {
            may_stop(state, facts)?;
            let stopped = deadline::stop::decide(&state.deadline, &time, Cause::Supplement)?;
            vec![deadline::Event::ClockStopped(stopped)]
        }
        Some(Event::Intake(intake::Event::Supplied(supplied))) if supplied.open.is_empty() => {
            let afresh = facts.version.field_law().after_supplement == AfterSupplement::Afresh;
            let resumed = deadline::resume::decide(&state.deadline, &time, Cause::Supplement, afresh)?;
            vec![deadline::Event::ClockResumed(resumed)]
        }
        _ => vec![],
    })
}

/// The steps rest and go on with the clock, whatever stopped it.
fn with_the_steps(state: &State, facts: &Facts, mut events: Vec<Event>) -> Vec<Event> {
    let (routing, desks) = (&state.routing, facts.for_routing());
    let steps = match events.last() {
        Some(Event::Deadline(deadline::Event::ClockStopped(_))) => {
            Some(routing::Event::Paused(routing::pause::pause(routing, &desks)))
        }
        Some(Event::Deadline(deadline::Event::ClockResumed(resumed))) => {
            Some(routing::Event::Resumed(routing::pause::resume(routing, &desks, resumed.afresh)))
        }
        _ => None,
    };
    events.extend(steps.map(Event::from));
    events
}

/// Who may ask the applicant for something while the work goes on: who holds a step of a dossier that one agency alone
/// works on. What several agencies need is gathered first (2.d, `one-request-for-all-agencies`).
pub(crate) fn may_stop(state: &State, facts: &Facts) -> Result<(), Violation> {
    in_work(state)?;
    routing::desk::holds_any(&state.routing, &facts.actor)?;
    let others = facts.version.process_of(&facts.case).legs.iter().filter_map(|leg| leg.agency.as_ref());
    let others: Vec<String> =
        others.filter(|agency| **agency != facts.agency).map(ToString::to_string).collect();
    if others.is_empty() {
        Ok(())
    } else {
        Err(Violation::of(Rule::OneRequestForAllAgencies).with("agencies", others))
    }
}

/// What concerns the appointment concerns a dossier that is in work; a payment is confirmed while it is out.
fn in_time(state: &State, facts: &Facts, command: deadline::Command) -> Result<Vec<Event>, Violation> {
    match &command {
        deadline::Command::AskPayment { .. } => may_stop(state, facts),
        deadline::Command::ConfirmPayment { .. } => at_stage(state, &[Stage::AwaitingPayment]),
        deadline::Command::Propose(_) => may_propose(state, facts),
        _ => in_work(state),
    }?;
    let decided = deadline::decide(&state.deadline, &facts.for_deadline(), holders(state), command)?;
    Ok(with_the_steps(state, facts, all(decided)))
}

/// Who may say that a dossier in work will be late.
pub(crate) fn may_propose(state: &State, facts: &Facts) -> Result<(), Violation> {
    in_work(state)?;
    routing::desk::speaks_for(&state.routing, &facts.actor, &facts.agency)
}

/// With whom the dossier lies.
fn holders(state: &State) -> Vec<Holder> {
    let holder = |open: &OpenStep| Holder {
        step: open.opened.step.clone(),
        agency: open.opened.agency.clone(),
        officer: open.officer,
    };
    state.routing.open.iter().map(holder).collect()
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
    at_stage(state, &[Stage::Accepted, Stage::InProgress])
}

/// That the dossier is at one of these stages (`stage-order`).
pub(crate) fn at_stage(state: &State, stages: &[Stage]) -> Result<(), Violation> {
    match state.stage() {
        Some(stage) if stages.contains(&stage) => Ok(()),
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
