//! The door of the crate: commands in, events or a violation out.

use crate::event::{Event, Outcome};
use crate::facts::Facts;
use crate::state::State;
use crate::{assign, done, send_back};
use kernel::{Staff, StepCode, Violation};

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
