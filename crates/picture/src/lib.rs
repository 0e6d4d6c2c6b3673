#![doc = include_str!("../README.md")]

mod across;
mod card;
mod down;
mod graph;
mod legend;
mod look;
mod paint;
mod picture;
mod plan;
mod sign;
mod text;
mod told;
mod words;
mod xml;

pub use paint::svg;
pub use picture::{Dates, Direction, Lang, Leg, LegState, Now, Picture};
pub use told::in_words;

#[cfg(test)]
mod tests;
