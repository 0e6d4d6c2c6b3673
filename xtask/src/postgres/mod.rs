//! A PostgreSQL of our own, for as long as we run.

mod account;
mod beside;
mod private;
mod programs;
mod settings;

pub(crate) use beside::beside;
pub(crate) use private::Private;
pub(crate) use settings::Durability;
