//! A step goes back to an earlier one of its leg, or to the lead.

use crate::desk::held_by;
use crate::done::used_minutes;
use crate::event::SentBack;
use crate::facts::Facts;
use crate::open;
use crate::state::State;
use kernel::{Rule, StepCode, Violation};

/// Sends a step back: the time it took stays with who sent it, the earlier step has what is left of its own and lies
/// with anyone of its role again, whoever it was given to before. A coordinating agency may send its leg back to the
/// lead: what the lead takes then is the lead's, and the leg goes on where it stopped once the lead is done anew.
///
/// # Errors
/// - `right-desk` (3.b¶2): it lies with another agency, role or person.
/// - `changed-meanwhile`: it no longer lies open.
/// - `stage-order`: it hasn't been opened yet.
/// - `stage-order`: `to` is neither an earlier step of the same leg nor one of the lead's that is done; the facts name
///   those.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    step: &StepCode,
    to: &StepCode,
    reason: String,
) -> Result<SentBack, Violation> {
    let (open, staff) = held_by(state, facts.actor, step)?;
    let Some(opened) = open::again(state, facts, step, to) else {
        let earlier: Vec<String> =
            open::targets(state, facts, step).iter().map(ToString::to_string).collect();
        return Err(Violation::of(Rule::StageOrder).with("to", to.as_str()).with("earlier", earlier));
    };
    let used_minutes = used_minutes(facts, open);
    Ok(SentBack { at: facts.now, step: step.clone(), by: staff.user, used_minutes, reason, opened })
}
