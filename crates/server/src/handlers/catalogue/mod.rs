//! What anyone may read without an account (`published-is-public`, 3.a).

pub(crate) mod agencies;
pub(crate) mod procedure;
pub(crate) mod procedures;
pub(crate) mod staff;
