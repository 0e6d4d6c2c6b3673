//! The pages, in a real browser: what is wrong with them, how they are worked.

mod docs;
mod journeys;
mod people;
mod receiving;
