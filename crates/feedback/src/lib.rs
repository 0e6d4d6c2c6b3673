#![doc = include_str!("../README.md")]

mod answer;
mod complainant;
mod hotline;
mod raise;
mod state;

pub use answer::{Answer, Facts, answer};
pub use complainant::Complainant;
pub use hotline::{HOTLINE, may_answer};
pub use raise::due;
pub use state::{Answered, Standing, State};

#[cfg(test)]
mod tests;
