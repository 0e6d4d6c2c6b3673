#![doc = include_str!("../README.md")]

mod decide;
mod desk;
mod event;
mod facts;
mod fault;
mod handed;
mod item;
mod state;

pub mod accept;
pub mod applicant;
pub mod check;
pub mod close;
pub mod complete;
pub mod contact;
pub mod gather;
pub mod guide;
pub mod refuse;
pub mod submit;
pub mod supplement;
pub mod supply;
pub mod withdraw;

pub use applicant::{Applicant, ApplicantKind};
pub use check::faults;
pub use complete::Complete;
pub use contact::Change;
pub use decide::{Command, decide};
pub use event::{
    Accepted, Closed, Completed, ContactChanged, Event, Guided, NeedsAsked, NeedsStated, Refused, Requested,
    Submitted, Supplied, Withdrawn,
};
pub use facts::Facts;
pub use fault::{Fault, FaultKind};
pub use gather::Gathering;
pub use handed::{Handed, Notify};
pub use item::Item;
pub use state::{Ended, State, evolve};
pub use submit::Submit;

#[cfg(test)]
mod tests;
