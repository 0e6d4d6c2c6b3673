//! A member's paper is handed out early.

use crate::desk::{at_the_counter, member};
use crate::event::PaperReturned;
use crate::facts::Facts;
use crate::hand_over::{Recipient, identified, still_here};
use crate::member::Member;
use crate::state::State;
use catalog::Channel;
use kernel::{LegCode, PersonId, Rule, UserId, Violation};

/// Hands the paper of one member of a bundle to an identified person before the others are there, where the procedure says
/// so; at the counter of the agency that took the dossier in (2.d). What isn't handed out early goes with the one return.
///
/// # Errors
/// - `identified-recipient`: no name or no identity number.
/// - `lead-and-coordinators` (2.d): by staff of another agency that works on the dossier.
/// - `right-desk` (3.b¶2): not by a clerk of the receiving agency.
/// - `stage-order`: the leg ends in no paper of its own, it is kept until all are there, it isn't recorded or its leg isn't
///   done, or it was handed out before, by itself or with the whole.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    leg: LegCode,
    person: PersonId,
    to: &Recipient,
    channel: Channel,
) -> Result<PaperReturned, Violation> {
    let by = ready(state, facts, &leg)?;
    identified(to)?;
    Ok(PaperReturned { at: facts.now, by, leg, to: person, channel })
}

/// Whether the actor may hand the leg's paper out now; who it is.
///
/// # Errors
/// `lead-and-coordinators`, `right-desk`, `stage-order`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>, leg: &LegCode) -> Result<UserId, Violation> {
    still_here(state)?;
    let member = member(facts, leg)?;
    there_to_be_handed_out(state, member)?;
    at_the_counter(facts)
}

fn there_to_be_handed_out(state: &State, member: &Member) -> Result<(), Violation> {
    let violation = Violation::of(Rule::StageOrder).with("leg", member.leg.as_str());
    if let Some(returned) = state.paper_returned(&member.leg) {
        return Err(violation.with("returned_at", returned.at));
    }
    if !member.early {
        return Err(violation.with("kept_until_all_are_there", member.name.as_str()));
    }
    if state.paper_of(&member.leg).is_none() {
        return Err(violation.with("lacking", "paper"));
    }
    if !member.done {
        return Err(violation.with("unfinished", vec![member.leg.to_string()]));
    }
    Ok(())
}
