//! Letters on paper: which there are, the paper itself, and whether one is genuine.

pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod register;
pub(crate) mod verify;

use crate::http::Problem;
use crate::printing::{Which, may_read, of_dossier};
use dossier::Event;
use kernel::{AgencyCode, DossierId, Staff};
use letters::Kind;
use store::log::Entry;

/// The letters that a dossier's `entries` tell of and whoever asks may read: staff, or the holder of its secret, who
/// reads all that are theirs.
fn readable(entries: &[Entry], dossier: DossierId, staff: Option<&Staff>) -> Result<Vec<Which>, Problem> {
    let receiving = receiving(entries)?;
    let may = |which: &Which| match staff {
        Some(staff) => may_read(which.kind, staff, receiving),
        None => which.kind != Kind::ControlSheet,
    };
    Ok(of_dossier(dossier, entries).into_iter().filter(may).collect())
}

/// The agency that received the dossier of these entries.
fn receiving(entries: &[Entry]) -> Result<&AgencyCode, Problem> {
    let submitted = entries.iter().find_map(|entry| match &entry.event {
        Event::Intake(intake::Event::Submitted(submitted)) => Some(&submitted.agency),
        _ => None,
    });
    submitted.ok_or(Problem::NotFound)
}
