//! The door of the crate: commands in, events or a violation out.

use crate::event::{Event, Kind, Paper};
use crate::facts::Facts;
use crate::hand_over::Recipient;
use crate::score::Score;
use crate::state::State;
use crate::{hand_over, rate, record};
use catalog::Channel;
use kernel::{PersonId, Violation};

/// What someone asks for at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Record the result.
    Record {
        /// Which way.
        result: Kind,
        /// The paper.
        paper: Paper,
        /// The reasons, which a denial needs.
        reasons: String,
    },
    /// Hand it over.
    Return {
        /// The id under which the recipient's details are kept.
        person: PersonId,
        /// To whom.
        to: Recipient,
        /// How.
        channel: Channel,
    },
    /// Rate the service.
    Rate {
        /// 1 to 5.
        score: Score,
        /// In words.
        comment: String,
    },
}

/// Decides a command.
///
/// # Errors
/// The rule it breaks; see each command's own file.
pub fn decide(state: &State, facts: &Facts<'_>, command: Command) -> Result<Vec<Event>, Violation> {
    let event = match command {
        Command::Record { result, paper, reasons } => {
            Event::ResultRecorded(record::decide(state, facts, result, paper, reasons)?)
        }
        Command::Return { person, to, channel } => {
            Event::ResultReturned(hand_over::decide(state, facts, person, &to, channel)?)
        }
        Command::Rate { score, comment } => Event::Rated(rate::decide(state, facts, score, comment)?),
    };
    Ok(vec![event])
}
