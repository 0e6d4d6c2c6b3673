//! What concerns the appointment: the clock's stops, the steps that rest with it, who may ask and who may say that it will
//! be late, what was missed.

use crate::decide::{all, at_stage, in_work};
use crate::event::Event;
use crate::facts::Facts;
use crate::stage::Stage;
use crate::state::State;
use catalog::AfterSupplement;
use deadline::{Cause, Holder};
use kernel::{Rule, Violation};
use routing::OpenStep;

/// A supplement request stops the clock; what it asked for starts it again once it is all in.
pub(crate) fn clock_after(
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
pub(crate) fn with_the_steps(state: &State, facts: &Facts, mut events: Vec<Event>) -> Vec<Event> {
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
pub(crate) fn decide(
    state: &State,
    facts: &Facts,
    command: deadline::Command,
) -> Result<Vec<Event>, Violation> {
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

/// The breach that isn't on record yet; none where nothing was missed, or nothing is in work.
pub(crate) fn missed(state: &State, facts: &Facts) -> Option<Event> {
    in_work(state).ok()?;
    let breached = deadline::breach::record(&state.deadline, &facts.for_deadline(), holders(state)).ok()?;
    Some(deadline::Event::AppointmentMissed(breached).into())
}
