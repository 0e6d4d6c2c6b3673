//! Steps: completed, sent back, given to somebody.

pub(crate) mod assign;
pub(crate) mod done;
pub(crate) mod send_back;
