//! Reading: every question about dossiers takes the scope of who asks.

pub mod approvals;
mod held_late;
mod lately;
pub mod list;
pub mod register;
pub mod scope;
pub mod status;
pub mod timed;

mod narrow;
mod timely;

pub(crate) use timely::in_work;

pub use approvals::{Approval, approvals};
pub use held_late::{HeldLate, held_late};
pub use lately::received_lately;
pub use list::{Cursor, Filter, Item, Order, list};
pub use register::{Line, register};
pub use scope::{Ref, Scope, find};
pub use status::{PublicStatus, status};
pub use timed::{Due, open_of, overdue, to_close, to_warn, unanswered, unsent};
