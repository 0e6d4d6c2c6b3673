//! An SMS gateway of our own, for as long as we run.

mod private;
mod settings;

pub(crate) use private::Private;
