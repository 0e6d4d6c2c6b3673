//! SMTP servers of our own, for as long as we run.

mod beside;
mod private;

pub(crate) use beside::beside;
pub(crate) use private::Private;
