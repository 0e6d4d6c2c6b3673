#![doc = include_str!("../README.md")]

mod bundle;
mod charge;
mod command;
mod decide;
mod event;
mod facts;
mod files;
mod in_time;
mod may;
mod stage;
mod state;
mod timeliness;

pub use bundle::{leg_explained, plan};
pub use charge::charges;
pub use command::Command;
pub use decide::decide;
pub use event::{Event, UnknownEvent};
pub use facts::{Facts, NotCovered};
pub use files::takes_files;
pub use in_time::holders;
pub use may::{Act, may};
pub use stage::Stage;
pub use state::{State, evolve};
pub use timeliness::{Timeliness, timeliness};

#[cfg(test)]
mod tests;
