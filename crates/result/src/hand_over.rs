//! The result is handed over.

use crate::desk::at_the_counter;
use crate::event::Returned;
use crate::facts::Facts;
use crate::state::State;
use catalog::Channel;
use kernel::{PersonId, Rule, UserId, Violation};

/// Who gets the result. The details are kept in a table of their own and never in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Full name.
    pub name: String,
    /// The number of the identity paper shown.
    pub identity: String,
}

/// Hands the result to an identified person, at the counter of the agency that took the dossier in (2.d): the whole, once,
/// whatever members' papers were handed out early.
///
/// # Errors
/// - `identified-recipient`: no name or no identity number.
/// - `lead-and-coordinators` (2.d): by staff of another agency that works on the dossier.
/// - `right-desk`: not by a clerk of the receiving agency.
/// - `stage-order`: there is no result, or it was handed over before.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    person: PersonId,
    to: &Recipient,
    channel: Channel,
) -> Result<Returned, Violation> {
    let by = ready(state, facts)?;
    identified(to)?;
    Ok(Returned { at: facts.now, by, to: person, channel })
}

/// Whether the actor may hand the result over now; who it is.
///
/// # Errors
/// `lead-and-coordinators`, `right-desk`, `stage-order`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<UserId, Violation> {
    if state.recorded.is_none() {
        return Err(Violation::of(Rule::StageOrder).with("stage", "no result yet"));
    }
    still_here(state)?;
    at_the_counter(facts)
}

/// The whole wasn't handed over yet (`stage-order`).
pub(crate) fn still_here(state: &State) -> Result<(), Violation> {
    match &state.returned {
        Some(returned) => Err(Violation::of(Rule::StageOrder).with("returned_at", returned.at)),
        None => Ok(()),
    }
}

/// Who gets it is known by name and identity paper (`identified-recipient`).
pub(crate) fn identified(to: &Recipient) -> Result<(), Violation> {
    let blank = |text: &str| text.trim().is_empty();
    if blank(&to.name) || blank(&to.identity) {
        return Err(Violation::of(Rule::IdentifiedRecipient));
    }
    Ok(())
}
