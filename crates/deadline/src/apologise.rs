//! The belated apology.

use crate::event::Apologised;
use crate::facts::Facts;
use crate::propose::written;
use crate::signature::signatory;
use crate::state::State;
use crate::stop::running;
use kernel::{Role, Rule, Staff, Violation};
use time::OffsetDateTime;

/// Apologises, once, for an appointment that was missed, and says when the result may be expected. It moves no deadline,
/// and the dossier stays late (3.b¶3, domain: Overdue dossiers). It is owed even where a supplement has given the dossier
/// a later appointment since.
///
/// # Errors
/// - `head-approves` (3.b¶3): not by the head, or a deputy in the field entrusted.
/// - `written-apology` (3.b¶3): no reason, no letter, or an expected date that doesn't lie ahead in a working session.
/// - `stage-order`: nothing was missed, the clock doesn't run, or there was an apology already.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    reason: String,
    apology: String,
    expected: OffsetDateTime,
) -> Result<Apologised, Violation> {
    let (staff, role) = ready(state, facts)?;
    written(&reason, &apology)?;
    if expected <= facts.now || !facts.calendar.is_open(expected) {
        return Err(Violation::of(Rule::WrittenApology).with("expected", expected));
    }
    let expected = facts.calendar.local(expected).expect("the calendar covers a session of its own");
    Ok(Apologised { at: facts.now, by: staff.user, role, reason, apology, expected })
}

/// Whether the actor may apologise belatedly now; who they are.
///
/// # Errors
/// `head-approves`, `stage-order`, as [`decide`].
pub fn ready<'a>(state: &State, facts: &Facts<'a>) -> Result<(&'a Staff, Role), Violation> {
    let clock = running(state)?;
    if let Some(apologised) = &state.apologised {
        return Err(Violation::of(Rule::StageOrder).with("apologised_at", apologised.at));
    }
    if state.breaches.is_empty() && !facts.calendar.missed(&clock.appointment, facts.now) {
        return Err(Violation::of(Rule::StageOrder).with("appointment", clock.appointment.at));
    }
    signatory(facts, facts.agency)
}
