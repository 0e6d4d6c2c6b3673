//! A payment: the clock stands until the applicant has paid, unless only a leg of several waits for it.

use crate::event::{Cause, Event, PaymentAsked, PaymentMade};
use crate::facts::Facts;
use crate::state::State;
use crate::stop::running;
use crate::{resume, stop};
use kernel::{LegCode, Role, Rule, UserId, Violation};

/// Asks the applicant to pay a fee or tax. That it is asked by whom the dossier lies with is seen to where the desks are.
///
/// # Errors
/// - `stage-order`: the clock doesn't run, or a payment is out already.
/// - `right-desk`: not by a member of staff.
pub fn ask(state: &State, facts: &Facts<'_>, amount: u64, purpose: String) -> Result<Vec<Event>, Violation> {
    let by = ready_to_ask(state, facts)?;
    let stopped = stop::decide(state, facts, Cause::Payment)?;
    let asked = PaymentAsked { at: facts.now, by, amount, purpose, leg: None };
    Ok(vec![Event::PaymentAsked(asked), Event::ClockStopped(stopped)])
}

/// Whether the actor may ask for a payment now; who it is.
///
/// # Errors
/// As [`ask`].
pub fn ready_to_ask(state: &State, facts: &Facts<'_>) -> Result<UserId, Violation> {
    let by = member_of_staff(facts)?;
    running(state)?;
    match &state.payment {
        Some(asked) => Err(Violation::of(Rule::StageOrder).with("payment_asked_at", asked.at)),
        None => Ok(by),
    }
}

/// Tells the applicant what is to be paid before `leg` starts. The clock goes on: it stands once nothing else is to be done,
/// which is seen to where the legs are (`stop::decide`), as is that no other payment is out.
pub fn tell(facts: &Facts<'_>, leg: LegCode, amount: u64, purpose: String, by: UserId) -> Event {
    Event::PaymentAsked(PaymentAsked { at: facts.now, by, amount, purpose, leg: Some(leg) })
}

/// Confirms that the applicant has paid: the clock goes on with what was left, if it stood for that.
///
/// # Errors
/// - `stage-order`: no payment is out.
/// - `right-desk`: not by a clerk of the agency that answers for the dossier.
pub fn confirm(state: &State, facts: &Facts<'_>, receipt: String) -> Result<Vec<Event>, Violation> {
    let by = ready_to_confirm(state, facts)?;
    let mut events = vec![Event::PaymentMade(PaymentMade { at: facts.now, by, receipt })];
    if state.waiting.is_some_and(|waiting| waiting.cause == Cause::Payment) {
        events.push(Event::ClockResumed(resume::decide(state, facts, Cause::Payment, false)?));
    }
    Ok(events)
}

/// Whether the actor may confirm a payment now; who it is.
///
/// # Errors
/// As [`confirm`].
pub fn ready_to_confirm(state: &State, facts: &Facts<'_>) -> Result<UserId, Violation> {
    if state.payment.is_none() {
        return Err(Violation::of(Rule::StageOrder).with("not_waiting_for", Cause::Payment.as_str()));
    }
    facts.actor.acting_as(Role::Clerk, facts.agency)
}

pub(crate) fn member_of_staff(facts: &Facts<'_>) -> Result<UserId, Violation> {
    facts.actor.user().ok_or_else(|| Violation::of(Rule::RightDesk).with("role", Role::Officer.as_str()))
}
