//! An S3 service of our own, for as long as we run.

mod private;

pub(crate) use private::Private;
