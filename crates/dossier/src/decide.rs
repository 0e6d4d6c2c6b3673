//! The order of stages: which sibling decides what, and what follows from it.

use crate::bundle::{Bundle, begun, to_act};
use crate::command::Command;
use crate::event::Event;
use crate::facts::Facts;
use crate::in_time;
use crate::stage::Stage;
use crate::state::{State, evolve};
use kernel::{Rule, Violation};
use routing::{Completion, OpenStep};
use std::borrow::Cow;

/// Decides a command on a dossier. What time has brought about is put on record first, whatever is done: no act comes
/// between an appointment that was missed, or a letter that hadn't gone out when its day began, and its record.
///
/// # Errors
/// The rule it breaks: a sibling's own, or `stage-order`, `withdraw-before-decision`.
pub fn decide(state: &State, facts: &Facts, command: Command) -> Result<Vec<Event>, Violation> {
    use deadline::Command::{Breach, Unsent};
    if matches!(command, Command::Deadline(Breach | Unsent)) {
        return in_its_room(state, facts, command);
    }
    let found = in_time::to_put_on_record(state, facts);
    let decided = in_its_room(&folded(state, &found), facts, command)?;
    Ok(found.into_iter().chain(decided).collect())
}

fn in_its_room(state: &State, facts: &Facts, command: Command) -> Result<Vec<Event>, Violation> {
    match command {
        Command::Intake(command) => at_the_desk(state, facts, command),
        Command::Routing(command) => along_the_way(state, facts, command),
        Command::Deadline(command) => in_time::decide(state, facts, command),
        Command::Result(command) => at_the_end(state, facts, command),
    }
}

/// Acceptance starts the process; a withdrawal comes before the decision. A supplement request stops the clock, and what
/// it asked for starts it again once it is all in.
fn at_the_desk(state: &State, facts: &Facts, command: intake::Command) -> Result<Vec<Event>, Violation> {
    if matches!(command, intake::Command::Withdraw { .. }) {
        before_the_decision(state)?;
    }
    if matches!(command, intake::Command::ChangeContact(_)) {
        not_returned(state)?;
    }
    let asks = asks_for(&command);
    let decided = intake::decide(&state.intake, &facts.for_intake(&to_act(state, facts)), command)?;
    match asks {
        Asks::Nothing => {}
        Asks::Supplement => in_time::may_ask(state, facts)?,
        Asks::Needs => in_hand(state)?,
        Asks::Issue => in_work(state)?,
    }
    let accepted = decided.iter().any(|event| matches!(event, intake::Event::Accepted(_)));
    let mut events: Vec<Event> = decided.into_iter().map(Event::from).collect();
    if accepted {
        let in_hand = state.intake.components.iter().map(|handed| handed.component.clone()).collect();
        let started = routing::open::at_acceptance(&facts.for_routing(), &in_hand);
        events.push(routing::Event::Started(started).into());
    }
    events.extend(all(in_time::clock_after(state, facts, events.last())?));
    Ok(in_time::with_the_steps(state, facts, events))
}

/// What a command at the desk asks of the dossier's stage.
enum Asks {
    Nothing,
    /// Who asks for a supplement holds a step of a dossier in work.
    Supplement,
    /// Who says what an agency needs may hold none, and says it also while the clock stands for a payment: the time to say
    /// it goes on.
    Needs,
    /// Who issues the request may hold none.
    Issue,
}

fn asks_for(command: &intake::Command) -> Asks {
    use intake::Command;
    match command {
        Command::RequestSupplement { .. } => Asks::Supplement,
        Command::StateNeeds { .. } => Asks::Needs,
        Command::IssueRequest => Asks::Issue,
        Command::Submit(_)
        | Command::Accept
        | Command::Refuse { .. }
        | Command::Guide { .. }
        | Command::Complete(_)
        | Command::ChangeContact(_)
        | Command::Supply { .. }
        | Command::Close
        | Command::Withdraw { .. } => Asks::Nothing,
    }
}

/// Steps are worked between acceptance and result; a consultation is answered also while the clock stands. What is told
/// at the end of a step the applicant is asked to pay, and where nothing else is left to do the clock stands until then.
fn along_the_way(state: &State, facts: &Facts, command: routing::Command) -> Result<Vec<Event>, Violation> {
    use routing::Command;
    match command {
        Command::Answer { .. } | Command::Unanswered { .. } => in_hand(state)?,
        _ => in_work(state)?,
    }
    let decided = routing::decide(&state.routing, &facts.for_routing(), command)?;
    let mut events = all(decided);
    events.extend(in_time::payment_told(facts, &events));
    events.extend(in_time::clock_without_work(state, facts, &events)?);
    Ok(events)
}

/// Recording the result completes the last step, if that still lies open with who records it. A member's paper comes from
/// a leg that has begun.
fn at_the_end(state: &State, facts: &Facts, command: result::Command) -> Result<Vec<Event>, Violation> {
    use result::Command;
    let mut events = Vec::new();
    match &command {
        Command::Record { .. } => events = last_step_done(state, facts)?,
        Command::RecordPaper { leg, .. } => {
            in_hand(state)?;
            begun(state, facts, leg)?;
        }
        Command::HandOutPaper { .. } => in_hand(state)?,
        Command::Return { .. } | Command::Rate { .. } => {}
    }
    let bundle = Bundle::of(&folded(state, &events), facts);
    events.extend(all(result::decide(&state.result, &facts.for_result(&bundle), command)?));
    Ok(events)
}

/// The state after these events.
pub(crate) fn folded<'a>(state: &'a State, events: &[Event]) -> Cow<'a, State> {
    match events {
        [] => Cow::Borrowed(state),
        events => Cow::Owned(events.iter().fold(state.clone(), evolve)),
    }
}

/// What completes the work: nothing where all steps are done; the last step, where it alone lies open.
pub(crate) fn last_step_done(state: &State, facts: &Facts) -> Result<Vec<Event>, Violation> {
    result_still_to_come(state)?;
    in_work(state)?;
    match state.routing.open.as_slice() {
        [] if state.routing.is_finished() => Ok(Vec::new()),
        [open] if routing::done::is_last(&state.routing, &facts.for_routing(), &open.opened.step) => {
            let done = routing::Command::Done(Completion::of(open.opened.step.clone()));
            Ok(all(routing::decide(&state.routing, &facts.for_routing(), done)?))
        }
        open => Err(unfinished(open)),
    }
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

/// That there is something to be told still.
pub(crate) fn not_returned(state: &State) -> Result<(), Violation> {
    match &state.result.returned {
        Some(returned) => Err(Violation::of(Rule::StageOrder).with("returned_at", returned.at)),
        None => Ok(()),
    }
}

/// That the dossier is accepted and its result still to come, whether or not the clock stands.
pub(crate) fn in_hand(state: &State) -> Result<(), Violation> {
    let stages = [Stage::Accepted, Stage::InProgress, Stage::AwaitingSupplement, Stage::AwaitingPayment];
    at_stage(state, &stages)
}

/// That the dossier is accepted and its result still to be handed over.
pub(crate) fn not_over(state: &State) -> Result<(), Violation> {
    in_hand(state).or_else(|_| at_stage(state, &[Stage::ResultReady]))
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

pub(crate) fn all<E: Into<Event>>(events: Vec<E>) -> Vec<Event> {
    events.into_iter().map(Into::into).collect()
}
