//! The door of the crate: commands in, events or a violation out.

use crate::event::Event;
use crate::facts::Facts;
use crate::state::State;
use crate::submit::Submit;
use crate::{accept, refuse, submit, withdraw};
use kernel::{GroundCode, Violation};

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
