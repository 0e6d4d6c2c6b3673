//! Submitting online, one question after another: saved as it is written, checked before it is sent.

pub(crate) mod begin;
pub(crate) mod check;
mod drafting;
pub(crate) mod overview;
pub(crate) mod papers;
pub(crate) mod person;
pub(crate) mod send;
