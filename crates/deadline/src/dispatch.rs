//! The letter of a rescheduling goes out: approved is not enough.

use crate::event::{Approved, Means, Sent, Unsent};
use crate::facts::Facts;
use crate::state::State;
use crate::window::asked_before;
use kernel::{Actor, Role, Rule, UserId, Violation};

/// Puts on record that the letter of the approved rescheduling went out, once, whichever means was the first: the proof
/// that it did so before the appointed day (3.b¶3). One that goes out later is on record too, beside its breach.
///
/// # Errors
/// - `stage-order`: nothing was rescheduled, or it is on record already.
/// - `right-desk`: neither by the system, which hands it to a provider, nor by a clerk at the receiving counter, who sees
///   to it by other means.
/// - `written-apology`: a clerk doesn't say how.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    means: Means,
    how: Option<String>,
) -> Result<Sent, Violation> {
    let by = ready(state, facts)?;
    if by.is_some() != (means == Means::Other) {
        return Err(Violation::of(Rule::RightDesk).with("means", means.as_str()));
    }
    let how = how.filter(|how| !how.trim().is_empty());
    if by.is_some() && how.is_none() {
        return Err(Violation::of(Rule::WrittenApology).with("how", "missing"));
    }
    Ok(Sent { at: facts.now, means, by, how: how.filter(|_| by.is_some()) })
}

/// Whether the actor may say now that the letter went out; the clerk who they are, or none for the system.
///
/// # Errors
/// `stage-order`, `right-desk`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<Option<UserId>, Violation> {
    waiting(state)?;
    match facts.actor {
        Actor::System => Ok(None),
        Actor::Staff(staff) if staff.is(Role::Clerk) && staff.agency == *facts.agency => Ok(Some(staff.user)),
        Actor::Staff(_) | Actor::Applicant => {
            Err(Violation::of(Rule::RightDesk).with("role", Role::Clerk.as_str()))
        }
    }
}

/// Records that the letter hadn't gone out at 00:00 of the appointed day, once: a breach of its own (3.b¶3).
///
/// # Errors
/// - `right-desk`: not by the system itself.
/// - `stage-order`, as [`unsent`].
pub fn decide_unsent(state: &State, facts: &Facts<'_>) -> Result<Unsent, Violation> {
    if *facts.actor != Actor::System {
        return Err(Violation::of(Rule::RightDesk).with("role", "system"));
    }
    unsent(state, facts)
}

/// The breach that is to be put on record before anything else is done to the dossier, whoever does it.
///
/// # Errors
/// `stage-order`: no letter waits to go out, its breach is on record, or the appointed day hasn't begun.
pub fn unsent(state: &State, facts: &Facts<'_>) -> Result<Unsent, Violation> {
    let day = asked_before(waiting(state)?.from);
    if facts.now < day || state.unsent.is_some() {
        return Err(Violation::of(Rule::StageOrder).with("day", day));
    }
    Ok(Unsent { at: facts.now, day })
}

/// The rescheduling whose letter still waits to go out.
fn waiting(state: &State) -> Result<&Approved, Violation> {
    if let Some(sent) = &state.sent {
        return Err(Violation::of(Rule::StageOrder).with("sent_at", sent.at));
    }
    let nothing = || Violation::of(Rule::StageOrder).with("rescheduling", "none approved");
    state.rescheduled.as_ref().ok_or_else(nothing)
}
