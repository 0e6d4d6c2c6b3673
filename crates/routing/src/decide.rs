//! The door of the crate: commands in, events or a violation out.

use crate::event::{Event, Outcome};
use crate::state::State;
use crate::{assign, done, send_back};
use calendar::Calendar;
use catalog::Process;
use kernel::{Actor, AgencyCode, Staff, StepCode, Violation};
use std::collections::BTreeMap;
use std::sync::Arc;
use time::OffsetDateTime;

/// What someone asks for at a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Complete a step.
    Done {
        /// Which.
        step: StepCode,
        /// A note for who comes next.
        note: String,
        /// What is proposed.
        outcome: Option<Outcome>,
    },
    /// Send a step back.
    SendBack {
        /// Which.
        step: StepCode,
        /// The earlier step of the same leg.
        to: StepCode,
        /// Why.
        reason: String,
    },
    /// Give a step to an officer.
    Assign {
        /// Which.
        step: StepCode,
        /// To whom.
        officer: Staff,
    },
}

/// What deciding needs besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// The moment, in any offset.
    pub now: OffsetDateTime,
    /// The process of the dossier's case.
    pub process: &'a Process,
    /// The receiving agency, which leads.
    pub receiving: &'a AgencyCode,
    /// The calendars of the receiving agency and of every agency named in the process; each covers `now` and its
    /// steps' shares from then on ([`crate::open::end_of_share`]).
    pub calendars: &'a BTreeMap<AgencyCode, Arc<Calendar>>,
}

impl Facts<'_> {
    /// The calendar `agency` works by.
    ///
    /// # Panics
    /// For an agency that isn't part of the process.
    pub fn calendar_of(&self, agency: &AgencyCode) -> &Calendar {
        self.calendars.get(agency).expect("every agency of the process comes with its calendar")
    }
}

/// Decides a command.
///
/// # Errors
/// The rule it breaks; see each command's own file.
pub fn decide(state: &State, facts: &Facts<'_>, command: Command) -> Result<Vec<Event>, Violation> {
    let event = match command {
        Command::Done { step, note, outcome } => {
            Event::StepDone(done::decide(state, facts, &step, note, outcome)?)
        }
        Command::SendBack { step, to, reason } => {
            Event::StepSentBack(send_back::decide(state, facts, &step, &to, reason)?)
        }
        Command::Assign { step, officer } => {
            Event::StepAssigned(assign::decide(state, facts, &step, &officer)?)
        }
    };
    Ok(vec![event])
}
