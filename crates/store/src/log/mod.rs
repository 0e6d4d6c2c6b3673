//! The log of dossiers: what became true, in order, for ever.

mod append;
mod load;
mod rebuild;
mod verify;

mod chain;
mod derived;
mod numbering;
mod pages;
mod query_rows;
mod rows;

pub use append::{Append, Caller, Decide, append};
pub use load::{Entry, Loaded, entries, load, repeated};
pub use numbering::Numbering;
pub use rebuild::rebuild;
pub use verify::{Finding, verify};
