//! The door of the crate: commands in, events or a violation out.

use crate::event::{Event, Kind, Paper};
use crate::facts::Facts;
use crate::hand_over::Recipient;
use crate::score::Score;
use crate::state::State;
use crate::{hand_out_paper, hand_over, rate, record, record_paper};
use catalog::Channel;
use kernel::{LegCode, PersonId, Violation};

/// What someone asks for at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Record the paper of one member of a bundle.
    RecordPaper {
        /// The leg that ends in it.
        leg: LegCode,
        /// Which way.
        result: Kind,
        /// The paper.
        paper: Paper,
        /// The reasons, which a denial needs.
        reasons: String,
    },
    /// Hand it out before the others are there.
    HandOutPaper {
        /// The leg that ends in it.
        leg: LegCode,
        /// The id under which the recipient's details are kept.
        person: PersonId,
        /// To whom.
        to: Recipient,
        /// How.
        channel: Channel,
    },
    /// Record the result.
    Record {
        /// Which way.
        result: Kind,
        /// The paper, which only a bundle can do without.
        paper: Option<Paper>,
        /// The reasons, which a denial needs.
        reasons: String,
    },
    /// Hand the whole over.
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
        Command::RecordPaper { leg, result, paper, reasons } => {
            Event::PaperRecorded(record_paper::decide(state, facts, leg, result, paper, reasons)?)
        }
        Command::HandOutPaper { leg, person, to, channel } => {
            Event::PaperReturned(hand_out_paper::decide(state, facts, leg, person, &to, channel)?)
        }
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
