//! What concerns the appointment: the clock's stops, the steps that rest with it, who may ask and who may say that it will
//! be late, what was missed.

use crate::decide::{all, folded, in_hand, in_work, not_over};
use crate::event::Event;
use crate::facts::Facts;
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

/// What the applicant is to pay, where that was told at the end of a step; nothing to pay is asked of nobody.
pub(crate) fn payment_told(facts: &Facts, events: &[Event]) -> Option<Event> {
    let done = events.iter().find_map(|event| match event {
        Event::Routing(routing::Event::StepDone(done)) => Some(done),
        _ => None,
    })?;
    let amount = done.told.filter(|amount| *amount > 0)?;
    let told_here =
        |leg: &&catalog::Leg| leg.payment.as_ref().is_some_and(|payment| payment.told_at == done.step);
    let leg = facts.process().legs.iter().find(told_here)?;
    let purpose = leg.payment.as_ref()?.purpose.clone();
    Some(deadline::payment::tell(&facts.for_deadline(), leg.code.clone(), amount, purpose, done.by).into())
}

/// The clock stands where nothing is left to do but the applicant's payment.
pub(crate) fn clock_without_work(
    state: &State,
    facts: &Facts,
    events: &[Event],
) -> Result<Option<Event>, Violation> {
    let after = folded(state, events);
    let waits = after.routing.open.is_empty() && after.routing.awaiting.is_some();
    if !waits || after.deadline.waiting.is_some() {
        return Ok(None);
    }
    let stopped = deadline::stop::decide(&after.deadline, &facts.for_deadline(), Cause::Payment)?;
    Ok(Some(deadline::Event::ClockStopped(stopped).into()))
}

/// The steps rest and go on with the clock, whatever stopped it.
pub(crate) fn with_the_steps(state: &State, facts: &Facts, mut events: Vec<Event>) -> Vec<Event> {
    let (routing, desks) = (&state.routing, facts.for_routing());
    let steps = match events.last() {
        Some(Event::Deadline(deadline::Event::ClockStopped(_))) if !routing.open.is_empty() => {
            Some(routing::Event::Paused(routing::pause::pause(routing, &desks)))
        }
        Some(Event::Deadline(deadline::Event::ClockResumed(resumed))) if routing.paused => {
            Some(routing::Event::Resumed(routing::pause::resume(routing, &desks, resumed.afresh)))
        }
        _ => None,
    };
    events.extend(steps.map(Event::from));
    events
}

/// Who may ask the applicant for something while the work goes on: who holds a step.
pub(crate) fn may_ask(state: &State, facts: &Facts) -> Result<(), Violation> {
    in_work(state)?;
    routing::desk::holds_any(&state.routing, &facts.actor)
}

/// Who may ask the applicant to pay, besides what the process itself waits for: who holds a step, at the agency that leads.
/// No agency down the line asks the applicant for anything (2.d, `submit-once`).
pub(crate) fn may_ask_payment(state: &State, facts: &Facts) -> Result<(), Violation> {
    may_ask(state, facts)?;
    match facts.actor.staff() {
        Some(staff) if staff.agency != facts.agency => {
            Err(Violation::of(Rule::SubmitOnce).with("lead", facts.agency.to_string()))
        }
        _ => Ok(()),
    }
}

/// What concerns the appointment concerns a dossier that is in work; a payment is confirmed while it is out, and the leg
/// that waited for it starts.
pub(crate) fn decide(
    state: &State,
    facts: &Facts,
    command: deadline::Command,
) -> Result<Vec<Event>, Violation> {
    match &command {
        deadline::Command::AskPayment { .. } => may_ask_payment(state, facts),
        deadline::Command::ConfirmPayment { .. } | deadline::Command::Unsent => in_hand(state),
        deadline::Command::Send { .. } => not_over(state),
        deadline::Command::Propose(_) => may_propose(state, facts),
        _ => in_work(state),
    }?;
    let decided = deadline::decide(&state.deadline, &facts.for_deadline(), holders(state), command)?;
    let mut events = with_the_steps(state, facts, all(decided));
    events.extend(leg_paid(state, facts, &events));
    Ok(events)
}

fn leg_paid(state: &State, facts: &Facts, events: &[Event]) -> Option<Event> {
    let is_made = |event: &Event| matches!(event, Event::Deadline(deadline::Event::PaymentMade(_)));
    let leg = state.deadline.payment.as_ref()?.leg.as_ref().filter(|_| events.iter().any(is_made))?;
    let after = folded(state, events);
    Some(routing::Event::LegPaid(routing::pay::pay(&after.routing, &facts.for_routing(), leg)).into())
}

/// Who may say that a dossier in work will be late.
pub(crate) fn may_propose(state: &State, facts: &Facts) -> Result<(), Violation> {
    in_work(state)?;
    routing::desk::speaks_for(&state.routing, &facts.actor, &facts.agency)
}

/// With whom the dossier lies.
pub fn holders(state: &State) -> Vec<Holder> {
    let holder = |open: &OpenStep| Holder {
        step: open.opened.step.clone(),
        agency: open.opened.agency.clone(),
        officer: open.officer,
    };
    state.routing.open.iter().map(holder).collect()
}

/// What time has brought about and isn't on record yet: a letter that hadn't gone out when its day began, an appointment
/// that was missed.
pub(crate) fn to_put_on_record(state: &State, facts: &Facts) -> Vec<Event> {
    let found = [unsent(state, facts), missed(state, facts)];
    found.into_iter().flatten().map(Event::from).collect()
}

/// None once the result is there: nobody waits for the letter any more.
fn unsent(state: &State, facts: &Facts) -> Option<deadline::Event> {
    in_hand(state).ok()?;
    deadline::dispatch::unsent(&state.deadline, &facts.for_deadline())
        .ok()
        .map(deadline::Event::ApologyUnsent)
}

fn missed(state: &State, facts: &Facts) -> Option<deadline::Event> {
    in_work(state).ok()?;
    let breached = deadline::breach::record(&state.deadline, &facts.for_deadline(), || holders(state));
    breached.ok().map(deadline::Event::AppointmentMissed)
}
