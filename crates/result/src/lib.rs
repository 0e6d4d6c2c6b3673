#![doc = include_str!("../README.md")]

mod decide;
mod event;
mod state;

pub mod hand_over;
pub mod rate;
pub mod record;

pub use decide::{Command, Facts, decide};
pub use event::{Event, Kind, Paper, Rated, Recorded, Returned};
pub use hand_over::Recipient;
pub use rate::Score;
pub use state::{State, evolve};

#[cfg(test)]
mod tests;
