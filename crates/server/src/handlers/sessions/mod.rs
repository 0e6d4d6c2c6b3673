//! Signing in and out, and who one is.

pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod me;
pub(crate) mod refresh;
