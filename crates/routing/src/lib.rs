#![doc = include_str!("../README.md")]

mod decide;
mod event;
mod facts;
mod state;

pub mod assign;
pub mod charge;
pub mod desk;
pub mod done;
pub mod open;
pub mod pause;
pub mod send_back;

pub use charge::Charge;
pub use decide::{Command, decide};
pub use event::{Assigned, Event, Opened, Outcome, Paused, Rested, Resumed, SentBack, Started, StepDone};
pub use facts::Facts;
pub use state::{Ended, OpenStep, State, Turn, evolve};

#[cfg(test)]
mod tests;
