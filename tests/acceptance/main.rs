//! What the whole product promises, tried on both databases.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod api;
mod office;
mod pages;
mod program;
mod store;
mod tidy;
