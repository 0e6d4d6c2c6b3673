//! A dossier as those who work on it see it, and what they may do to it.

pub(crate) mod act;
mod command;
mod deed;
mod fields;
pub(crate) mod file;
pub(crate) mod find;
pub(crate) mod papers;
pub(crate) mod rows;
mod seen;
pub(crate) mod show;

pub(crate) use deed::{Deed, told};
pub(crate) use seen::{Doer, Seen};

/// Where a dossier's page is.
pub(crate) fn address(dossier: uuid::Uuid) -> String {
    format!("/lam-viec/ho-so/{dossier}")
}
