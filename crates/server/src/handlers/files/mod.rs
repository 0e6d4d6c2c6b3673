//! Files of dossiers.

pub(crate) mod add;
pub(crate) mod get;
