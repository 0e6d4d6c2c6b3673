//! Refusal.

use crate::desk::{at_the_counter, open};
use crate::event::{Refused, Submitted};
use crate::facts::Facts;
use crate::state::State;
use catalog::Version;
use kernel::{GroundCode, Rule, Violation};

/// Refuses a submission on one of the procedure's grounds, with an explanation in writing.
///
/// # Errors
/// - `refusal-needs-ground` (3.b¶2): not one of the published version's grounds, or nothing explained.
/// - `right-desk`: not by a clerk of the receiving agency.
/// - `stage-order`: accepted, refused or withdrawn before.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    ground: GroundCode,
    explanation: String,
) -> Result<Refused, Violation> {
    ready(state, facts)?;
    on_a_published_ground(facts.version, &ground)?;
    if explanation.trim().is_empty() {
        return Err(Violation::of(Rule::RefusalNeedsGround).with("lacking", "explanation"));
    }
    Ok(Refused { at: facts.now, ground, explanation })
}

/// Whether it may be refused now; the submission if so.
///
/// # Errors
/// `right-desk`, `stage-order`, as [`decide`].
pub fn ready<'a>(state: &'a State, facts: &Facts<'_>) -> Result<&'a Submitted, Violation> {
    let submitted = open(state)?;
    at_the_counter(facts.actor, &submitted.agency)?;
    Ok(submitted)
}

fn on_a_published_ground(version: &Version, ground: &GroundCode) -> Result<(), Violation> {
    if version.ground(ground).is_some() {
        return Ok(());
    }
    let published: Vec<String> =
        version.content().grounds.iter().map(|ground| ground.code.to_string()).collect();
    let violation = Violation::of(Rule::RefusalNeedsGround).with("ground", ground.as_str());
    Err(violation.with("grounds", published))
}
