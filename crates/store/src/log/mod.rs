//! The log of dossiers: what became true, in order, for ever.

mod append;
mod chain;
mod load;
mod rebuild;
mod rows;
mod verify;

pub use append::{Append, Caller, Numbering, append};
pub use load::{Entry, Loaded, entries, load, repeated};
pub use rebuild::rebuild;
pub use verify::{Finding, verify};
