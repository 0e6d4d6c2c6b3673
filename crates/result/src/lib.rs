#![doc = include_str!("../README.md")]

mod bundle;
mod decide;
mod desk;
mod event;
mod facts;
mod member;
mod score;
mod state;

pub mod hand_out_paper;
pub mod hand_over;
pub mod rate;
pub mod record;
pub mod record_paper;

pub use decide::{Command, decide};
pub use event::{Event, Kind, MemberPaper, Paper, PaperReturned, Rated, Recorded, Returned};
pub use facts::Facts;
pub use hand_over::Recipient;
pub use member::Member;
pub use score::Score;
pub use state::{State, evolve};

#[cfg(test)]
mod tests;
