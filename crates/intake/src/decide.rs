//! The door of the crate: commands in, events or a violation out.

use crate::event::{Event, Submitted};
use crate::state::State;
use crate::submit::Submit;
use crate::{accept, refuse, submit, withdraw};
use calendar::Calendar;
use catalog::Version;
use kernel::{Actor, AgencyCode, GroundCode, Role, Rule, Violation};
use time::OffsetDateTime;

/// What someone asks for at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Hand in.
    Submit(Box<Submit>),
    /// Accept.
    Accept,
    /// Refuse.
    Refuse {
        /// The procedure's ground.
        ground: GroundCode,
        /// The explanation in writing.
        explanation: String,
    },
    /// Take back.
    Withdraw {
        /// Why.
        reason: String,
    },
}

/// What deciding needs besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// The moment, in any offset.
    pub now: OffsetDateTime,
    /// The published version the submission is judged by.
    pub version: &'a Version,
    /// The receiving agency's calendar; it covers `now`.
    pub calendar: &'a Calendar,
    /// The ordinal, from 1, that an acceptance gets at the receiving agency on this day.
    pub ordinal: u32,
}

/// Decides a command.
///
/// # Errors
/// The rule it breaks; see each command's own file.
pub fn decide(state: &State, facts: &Facts<'_>, command: Command) -> Result<Vec<Event>, Violation> {
    let event = match command {
        Command::Submit(submission) => Event::Submitted(submit::decide(state, facts, *submission)?),
        Command::Accept => Event::Accepted(accept::decide(state, facts)?),
        Command::Refuse { ground, explanation } => {
            Event::Refused(refuse::decide(state, facts, ground, explanation)?)
        }
        Command::Withdraw { reason } => Event::Withdrawn(withdraw::decide(state, facts, reason)?),
    };
    Ok(vec![event])
}

/// The submission, if it hasn't ended at the desk.
pub(crate) fn not_ended(state: &State) -> Result<&Submitted, Violation> {
    let Some(submitted) = &state.submitted else {
        return Err(Violation::of(Rule::StageOrder).with("stage", "nothing submitted"));
    };
    match state.ended {
        Some(ended) => Err(Violation::of(Rule::StageOrder).with("stage", ended.as_str())),
        None => Ok(submitted),
    }
}

/// The submission, if it still lies open at the desk.
pub(crate) fn open(state: &State) -> Result<&Submitted, Violation> {
    let submitted = not_ended(state)?;
    match &state.accepted {
        Some(_) => Err(Violation::of(Rule::StageOrder).with("stage", "accepted")),
        None => Ok(submitted),
    }
}

/// A clerk of the receiving agency (3.b¶2, `right-desk`).
pub(crate) fn at_the_counter(actor: &Actor, agency: &AgencyCode) -> Result<(), Violation> {
    if actor.is_at(Role::Clerk, agency) {
        return Ok(());
    }
    let violation = Violation::of(Rule::RightDesk).with("agency", agency.to_string());
    Err(violation.with("role", Role::Clerk.as_str()))
}
