#![doc = include_str!("../README.md")]

mod decide;
mod event;
mod facts;
mod score;
mod state;

pub mod hand_over;
pub mod rate;
pub mod record;

pub use decide::{Command, decide};
pub use event::{Event, Kind, Paper, Rated, Recorded, Returned};
pub use facts::Facts;
pub use hand_over::Recipient;
pub use score::Score;
pub use state::{State, evolve};

#[cfg(test)]
mod tests;
