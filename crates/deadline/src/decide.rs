//! The door of the crate: commands in, events or a violation out.

use crate::event::{Event, Holder, Means};
use crate::facts::Facts;
use crate::propose::Proposal;
use crate::state::State;
use crate::{apologise, approve, breach, dispatch, endorse, payment, propose, recount, reject};
use kernel::Violation;
use time::OffsetDateTime;

/// What someone asks about a dossier's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Ask the applicant to pay.
    AskPayment {
        /// How much, in đồng.
        amount: u64,
        /// What for.
        purpose: String,
    },
    /// Confirm that the applicant has paid.
    ConfirmPayment {
        /// The number of the receipt.
        receipt: String,
    },
    /// Propose a rescheduling.
    Propose(Proposal),
    /// Put the name of the agency that holds the dossier up to the proposal's reason.
    Endorse,
    /// Approve it.
    Approve,
    /// Reject it.
    Reject {
        /// Why.
        reason: String,
    },
    /// Say that the approved rescheduling's letter went out.
    Send {
        /// By which means.
        means: Means,
        /// How, where a clerk saw to it by other means.
        how: Option<String>,
    },
    /// Put on record that it hadn't gone out when the appointed day began; the system's own.
    Unsent,
    /// Apologise belatedly.
    Apologise {
        /// Why it is late.
        reason: String,
        /// The letter's text.
        apology: String,
        /// When the result may be expected.
        expected: OffsetDateTime,
    },
    /// Put a missed appointment on record; the system's own.
    Breach,
    /// Count the appointment by a calendar that has changed; the system's own.
    Recount,
}

/// Decides a command. `holders`: with whom the dossier lies.
///
/// # Errors
/// The rule it breaks; see each command's own file.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    holders: Vec<Holder>,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    match command {
        Command::AskPayment { amount, purpose } => payment::ask(state, facts, amount, purpose),
        Command::ConfirmPayment { receipt } => payment::confirm(state, facts, receipt),
        Command::Propose(proposal) => {
            one(propose::decide(state, facts, proposal).map(Event::RescheduleProposed))
        }
        Command::Endorse => one(endorse::decide(state, facts).map(Event::RescheduleEndorsed)),
        Command::Approve => one(approve::decide(state, facts).map(Event::RescheduleApproved)),
        Command::Reject { reason } => {
            one(reject::decide(state, facts, reason).map(Event::RescheduleRejected))
        }
        Command::Apologise { reason, apology, expected } => {
            one(apologise::decide(state, facts, reason, apology, expected).map(Event::LateApologised))
        }
        Command::Send { means, how } => {
            one(dispatch::decide(state, facts, means, how).map(Event::ApologySent))
        }
        Command::Unsent => one(dispatch::decide_unsent(state, facts).map(Event::ApologyUnsent)),
        Command::Breach => one(breach::decide(state, facts, holders).map(Event::AppointmentMissed)),
        Command::Recount => one(recount::decide(state, facts).map(Event::AppointmentRecounted)),
    }
}

fn one(event: Result<Event, Violation>) -> Result<Vec<Event>, Violation> {
    event.map(|event| vec![event])
}
