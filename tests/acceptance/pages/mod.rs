//! The pages, in a real browser: what is wrong with them, how they are worked.

mod access;
mod docs;
mod guarding;
mod handing_in;
mod journeys;
mod keyboard;
mod mending;
mod people;
mod queues;
mod receiving;
mod soundness;
