//! A rescheduling is proposed.

use crate::clock::Clock;
use crate::event::Proposed;
use crate::facts::Facts;
use crate::payment::member_of_staff;
use crate::state::State;
use crate::stop::running;
use crate::window::{Window, window};
use kernel::{AgencyCode, Rule, Violation};
use time::OffsetDateTime;

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Why the appointment can't be kept.
    pub reason: String,
    /// The new appointment.
    pub to: OffsetDateTime,
    /// The letter's text.
    pub apology: String,
}

/// Proposes to give the dossier its one new appointment, with the letter that would say so.
///
/// Lawful is what `ready` leaves, after the old appointment, in a working session, and no further than a third of the
/// total processing time: `3 × working_time(old → new) ≤ total`. That it is proposed by whom the dossier lies with is
/// seen to where the desks are; where they are another agency's than the one that answers for it, the proposal names that
/// agency, and waits for its endorsement too.
///
/// # Errors
/// All 3.b¶3, with the window as facts:
/// - `reschedule-once`: it was rescheduled before.
/// - `apology-before-appointed-day`: the appointed day has begun.
/// - `written-apology`: no reason, or no letter.
/// - `extension-within-third`: too far, not later, or outside the sessions.
/// - `stage-order`: the clock doesn't run, or a proposal waits already.
pub fn decide(state: &State, facts: &Facts<'_>, proposal: Proposal) -> Result<Proposed, Violation> {
    let by = member_of_staff(facts)?;
    let window = ready(state, facts)?;
    let clock = running(state)?;
    written(&proposal.reason, &proposal.apology)?;
    within_third(clock, facts, &window, proposal.to)?;
    let to = facts.calendar.appointment(proposal.to, clock.time.unit()).expect("it lies in a session");
    let from = clock.appointment.at;
    let Proposal { reason, apology, .. } = proposal;
    Ok(Proposed { at: facts.now, by, reason, apology, from, to, agency: held_up_by(facts) })
}

/// The proposer's agency, where it isn't the one that answers for the dossier.
fn held_up_by(facts: &Facts<'_>) -> Option<AgencyCode> {
    let own = facts.actor.staff().map(|staff| &staff.agency);
    own.filter(|own| *own != facts.agency).cloned()
}

/// Whether a rescheduling may be proposed now; what is lawful if so.
///
/// # Errors
/// `reschedule-once`, `apology-before-appointed-day`, `stage-order`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<Window, Violation> {
    let window = open(state, facts)?;
    match &state.proposal {
        Some(proposed) => Err(Violation::of(Rule::StageOrder).with("proposed_at", proposed.at)),
        None => Ok(window),
    }
}

/// The window, if the dossier may still be rescheduled at all.
pub(crate) fn open(state: &State, facts: &Facts<'_>) -> Result<Window, Violation> {
    let clock = running(state)?;
    if let Some(approved) = &state.rescheduled {
        return Err(Violation::of(Rule::RescheduleOnce).with("rescheduled_at", approved.at));
    }
    let window = window(clock, facts.calendar);
    if facts.now < window.asked_before {
        Ok(window)
    } else {
        Err(window.told(Violation::of(Rule::ApologyBeforeAppointedDay)))
    }
}

/// A letter states the reason and says something (`written-apology`).
pub(crate) fn written(reason: &str, apology: &str) -> Result<(), Violation> {
    let lacking =
        [("reason", reason), ("apology", apology)].into_iter().find(|(_, text)| text.trim().is_empty());
    match lacking {
        Some((what, _)) => Err(Violation::of(Rule::WrittenApology).with("lacking", what)),
        None => Ok(()),
    }
}

/// `extension-within-third`, exact to the second.
pub(crate) fn within_third(
    clock: &Clock,
    facts: &Facts<'_>,
    window: &Window,
    to: OffsetDateTime,
) -> Result<(), Violation> {
    let lawful = facts.calendar.within_third(clock.start, clock.time, clock.appointment.at, to);
    if lawful == Ok(true) {
        return Ok(());
    }
    let violation = Violation::of(Rule::ExtensionWithinThird).with("appointment", clock.appointment.at);
    Err(window.told(violation.with("new_appointment", to)))
}
