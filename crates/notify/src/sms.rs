//! What an SMS may hold: letters, and how many of them go into a segment.

mod gsm7;
mod plain;
mod segments;

pub use plain::{composed, plain};
pub use segments::{Coding, Segments};
