#![doc = include_str!("../README.md")]

mod decide;
mod event;
mod facts;
mod state;

pub mod assign;
pub mod charge;
pub mod consultation;
pub mod desk;
pub mod done;
pub mod legs;
pub mod open;
pub mod pause;
pub mod pay;
pub mod plan;
pub mod receive;
pub mod send_back;
pub mod told;

pub use charge::Charge;
pub use consultation::{Consultation, Question};
pub use decide::{Command, decide};
pub use done::Completion;
pub use event::{
    Answered, Assigned, Consulted, Event, LegPaid, LegReceived, Opened, Outcome, Paused, Rested, Resumed,
    SentBack, Started, StepDone, Unanswered,
};
pub use facts::Facts;
pub use legs::Standing;
pub use plan::LegInTime;
pub use state::{Ended, OpenStep, State, Turn, evolve};

#[cfg(test)]
mod tests;
