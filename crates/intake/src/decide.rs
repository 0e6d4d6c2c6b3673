//! The door of the crate: commands in, events or a violation out.

use crate::complete::Complete;
use crate::contact::Change;
use crate::event::Event;
use crate::facts::Facts;
use crate::handed::Handed;
use crate::item::Item;
use crate::state::State;
use crate::submit::Submit;
use crate::{accept, close, complete, contact, gather, guide, refuse, submit, supplement, supply, withdraw};
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
    /// Guide the applicant, once.
    Guide {
        /// What the clerk saw besides what the system found.
        items: Vec<Item>,
    },
    /// Bring something before acceptance.
    Complete(Box<Complete>),
    /// Be told elsewhere, or of something else.
    ChangeContact(Box<Change>),
    /// Ask for a supplement, once; where other agencies are still to act, gather first what they need.
    RequestSupplement {
        /// What for.
        items: Vec<Item>,
    },
    /// Say what an agency needs, or that it needs nothing.
    StateNeeds {
        /// What it needs.
        items: Vec<Item>,
    },
    /// Issue the one request with everything that was gathered.
    IssueRequest,
    /// Bring something of a supplement.
    Supply {
        /// Each component as it is now.
        components: Vec<Handed>,
    },
    /// Close what wasn't completed.
    Close,
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
        Command::Guide { items } => guide::decide(state, facts, items)?,
        Command::Complete(brought) => Event::Completed(complete::decide(state, facts, *brought)?),
        Command::ChangeContact(change) => Event::ContactChanged(contact::decide(state, facts, *change)?),
        Command::RequestSupplement { items } => supplement::decide(state, facts, items)?,
        Command::StateNeeds { items } => Event::NeedsStated(gather::state_needs(state, facts, items)?),
        Command::IssueRequest => gather::issue(state, facts)?,
        Command::Supply { components } => Event::Supplied(supply::decide(state, facts, components)?),
        Command::Close => Event::Closed(close::decide(state, facts)?),
        Command::Withdraw { reason } => Event::Withdrawn(withdraw::decide(state, facts, reason)?),
    };
    Ok(vec![event])
}
