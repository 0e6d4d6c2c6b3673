#![doc = include_str!("../README.md")]

mod decide;
mod desk;
mod event;
mod facts;
mod fault;
mod handed;
mod state;

pub mod accept;
pub mod applicant;
pub mod check;
pub mod refuse;
pub mod submit;
pub mod withdraw;

pub use applicant::{Applicant, ApplicantKind};
pub use decide::{Command, decide};
pub use event::{Accepted, Event, Refused, Submitted, Withdrawn};
pub use facts::Facts;
pub use fault::{Fault, FaultKind};
pub use handed::{Handed, Notify};
pub use state::{Ended, State, evolve};
pub use submit::Submit;

#[cfg(test)]
mod tests;
