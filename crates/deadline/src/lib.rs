#![doc = include_str!("../README.md")]

mod clock;
mod decide;
mod event;
mod facts;
mod signature;
mod state;

pub mod apologise;
pub mod approve;
pub mod breach;
pub mod dispatch;
pub mod endorse;
pub mod payment;
pub mod propose;
pub mod recount;
pub mod reject;
pub mod resume;
pub mod stop;
pub mod told;
pub mod warning;
pub mod window;

pub use clock::{Clock, Waiting};
pub use decide::{Command, decide};
pub use event::{
    Apologised, Approved, Breached, Cause, Endorsed, Event, Holder, Means, PaymentAsked, PaymentMade,
    Proposed, Recounted, Rejected, Resumed, Sent, Stopped, Unsent,
};
pub use facts::Facts;
pub use propose::Proposal;
pub use state::{Change, State, begun, evolve};
pub use warning::Warning;
pub use window::Window;

#[cfg(test)]
mod tests;
