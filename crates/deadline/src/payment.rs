//! A payment: the clock stands until the applicant has paid.

use crate::event::{Cause, Event, PaymentAsked, PaymentMade};
use crate::facts::Facts;
use crate::state::State;
use crate::{resume, stop};
use kernel::{Role, Rule, UserId, Violation};

/// Asks the applicant to pay a fee or tax. That it is asked by whom the dossier lies with is seen to where the desks are.
///
/// # Errors
/// - `stage-order`: the clock doesn't run.
/// - `right-desk`: not by a member of staff.
pub fn ask(state: &State, facts: &Facts<'_>, amount: u64, purpose: String) -> Result<Vec<Event>, Violation> {
    let by = member_of_staff(facts)?;
    let stopped = stop::decide(state, facts, Cause::Payment)?;
    let asked = PaymentAsked { at: facts.now, by, amount, purpose };
    Ok(vec![Event::PaymentAsked(asked), Event::ClockStopped(stopped)])
}

/// Confirms that the applicant has paid: the clock goes on with what was left.
///
/// # Errors
/// - `stage-order`: no payment is out.
/// - `right-desk`: not by a clerk of the agency that answers for the dossier.
pub fn confirm(state: &State, facts: &Facts<'_>, receipt: String) -> Result<Vec<Event>, Violation> {
    let by = ready_to_confirm(state, facts)?;
    let resumed = resume::decide(state, facts, Cause::Payment, false)?;
    let made = PaymentMade { at: facts.now, by, receipt };
    Ok(vec![Event::PaymentMade(made), Event::ClockResumed(resumed)])
}

/// Whether the actor may confirm a payment now; who it is.
///
/// # Errors
/// As [`confirm`].
pub fn ready_to_confirm(state: &State, facts: &Facts<'_>) -> Result<UserId, Violation> {
    if state.waiting.is_none_or(|waiting| waiting.cause != Cause::Payment) {
        return Err(Violation::of(Rule::StageOrder).with("not_waiting_for", Cause::Payment.as_str()));
    }
    facts.actor.acting_as(Role::Clerk, facts.agency)
}

pub(crate) fn member_of_staff(facts: &Facts<'_>) -> Result<UserId, Violation> {
    facts.actor.user().ok_or_else(|| Violation::of(Rule::RightDesk).with("role", Role::Officer.as_str()))
}
