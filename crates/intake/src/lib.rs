#![doc = include_str!("../README.md")]

mod decide;
mod event;
mod state;

pub mod accept;
pub mod applicant;
pub mod check;
pub mod refuse;
pub mod submit;
pub mod withdraw;

pub use applicant::{Applicant, ApplicantKind};
pub use check::{Fault, FaultKind};
pub use decide::{Command, Facts, decide};
pub use event::{Accepted, CalendarUsed, Event, Refused, Submitted, Withdrawn};
pub use state::{Ended, State, evolve};
pub use submit::{Handed, Notify, Submit};

#[cfg(test)]
mod tests;
