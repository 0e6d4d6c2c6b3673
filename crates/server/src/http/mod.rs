//! What every request goes through, whatever it asks for.

pub mod body;
pub mod headers;
pub mod language;
pub mod limits;
pub mod moment;
pub mod object;
pub mod observe;
pub mod problem;
pub mod query;
pub mod text;
pub mod unmatched;

pub use body::{Asked, Key, Nothing, Terms};
pub use problem::{InputError, Problem};
pub use query::Query;
pub use text::{Line, Prose};
