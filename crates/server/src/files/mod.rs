//! Files of dossiers: looked at and put away first, a dossier's own after that, and handed out only to those who may.
//!
//! To take some in: [`Taking::begin`], [`Taking::take`] for each, [`Taking::done`]. To hand one out: [`the_file`],
//! [`answer`]; to list them: [`all`].

mod answer;
mod name;
mod named;
mod seen;
mod shelf;
mod take;
mod upload;

pub use answer::answer;
pub use named::are_its_own;
pub use seen::{all, the_file, to_the_holder};
pub use shelf::Shelf;
pub use take::Taking;
pub(crate) use upload::broken;
pub use upload::{file_name, take_all, whole};
