#![doc = include_str!("../README.md")]

mod decide;
mod event;
mod state;

pub mod assign;
pub mod desk;
pub mod done;
pub mod open;
pub mod send_back;

pub use decide::{Command, Facts, decide};
pub use event::{Assigned, Event, Opened, Outcome, SentBack, Started, StepDone};
pub use state::{Ended, OpenStep, State, Turn, evolve};

#[cfg(test)]
mod tests;
