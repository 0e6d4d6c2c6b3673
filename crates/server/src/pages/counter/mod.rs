//! The counter, with a queue in front of the desk: today's list, receiving, what is to be told by other means.

mod known;
pub(crate) mod receive;
pub(crate) mod settle;
mod taken;
pub(crate) mod tasks;
pub(crate) mod today;
