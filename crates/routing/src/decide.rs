//! The door of the crate: commands in, events or a violation out.

use crate::consultation::{self, Question};
use crate::done::Completion;
use crate::event::Event;
use crate::facts::Facts;
use crate::state::State;
use crate::{assign, done, receive, send_back};
use kernel::{LegCode, Staff, StepCode, Violation};

/// What someone asks for at a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Complete a step.
    Done(Completion),
    /// Send a step back.
    SendBack {
        /// Which.
        step: StepCode,
        /// An earlier step of the same leg, or one of the lead's.
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
    /// Confirm that a leg has arrived.
    Receive {
        /// Which.
        leg: LegCode,
    },
    /// Ask another agency for its opinion.
    Consult(Question),
    /// Answer a consultation.
    Answer {
        /// Which.
        number: u32,
        /// What.
        reply: String,
    },
    /// Put on record that a consultation wasn't answered in time; the system's own.
    Unanswered {
        /// Which.
        number: u32,
    },
}

/// Decides a command. Whoever does something to a step of a leg that was handed over has received it: that goes on record
/// first.
///
/// # Errors
/// The rule it breaks; see each command's own file.
pub fn decide(state: &State, facts: &Facts<'_>, command: Command) -> Result<Vec<Event>, Violation> {
    let (received, event) = match command {
        Command::Done(completion) => (
            receive::implied(state, facts, &completion.step),
            Event::StepDone(done::decide(state, facts, completion)?),
        ),
        Command::SendBack { step, to, reason } => (
            receive::implied(state, facts, &step),
            Event::StepSentBack(send_back::decide(state, facts, &step, &to, reason)?),
        ),
        Command::Assign { step, officer } => (
            receive::implied(state, facts, &step),
            Event::StepAssigned(assign::decide(state, facts, &step, &officer)?),
        ),
        Command::Receive { leg } => (None, Event::LegReceived(receive::decide(state, facts, &leg)?)),
        Command::Consult(question) => (
            receive::implied(state, facts, &question.step),
            Event::Consulted(consultation::ask(state, facts, question)?),
        ),
        Command::Answer { number, reply } => {
            (None, Event::ConsultationAnswered(consultation::answer(state, facts, number, reply)?))
        }
        Command::Unanswered { number } => {
            (None, Event::ConsultationUnanswered(consultation::unanswered(state, facts, number)?))
        }
    };
    Ok(received.into_iter().chain([event]).collect())
}
