//! ClamAV's daemon of our own, for as long as we run.

mod private;

pub(crate) use private::Private;
