//! What a citizen does, on a cheap phone: follow a dossier, hand in what was asked for, get letters, withdraw, rate.

pub(crate) mod act;
pub(crate) mod file;
pub(crate) mod follow;
mod holder;
pub(crate) mod letter;
pub(crate) mod look_up;
pub(crate) mod verify;
