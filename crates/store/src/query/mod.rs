//! Reading: every question about dossiers takes the scope of who asks.

pub mod list;
pub mod scope;
pub mod status;

mod narrow;

pub use list::{Cursor, Filter, Item, list};
pub use scope::{Ref, Scope, find};
pub use status::{PublicStatus, status};
