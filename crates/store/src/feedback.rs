//! Feedback: what was raised and answered in one row, who raised it apart. Rights are part of each question ([`Seen`]).

mod act;
mod list;
mod row;
mod seen;

pub use act::{New, answer, raise};
pub use list::{Asked, Cursor, list};
pub use row::{Author, Feedback};
pub use seen::{Ref, Seen, find, holders};
