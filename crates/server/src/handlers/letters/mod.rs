//! Letters on paper: which there are, the paper itself, and whether one is genuine.

pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod register;
pub(crate) mod verify;

use crate::app::App;
use crate::http::Problem;
use crate::printing::{Which, may_read, of_dossier};
use dossier::Event;
use kernel::{AgencyCode, DossierId, Staff};
use letters::Kind;
use store::log;

/// The letters of a dossier that whoever asks may read: staff, or the holder of its secret, who reads all that are theirs.
fn readable(app: &App, dossier: DossierId, staff: Option<&Staff>) -> Result<Vec<Which>, Problem> {
    let entries = app.store.read(|db| log::entries(db, dossier))?;
    let receiving = entries.iter().find_map(|entry| receiving(&entry.event)).ok_or(Problem::NotFound)?;
    let may = |which: &Which| match staff {
        Some(staff) => may_read(which.kind, staff, receiving),
        None => which.kind != Kind::ControlSheet,
    };
    Ok(of_dossier(dossier, &entries).into_iter().filter(may).collect())
}

fn receiving(event: &Event) -> Option<&AgencyCode> {
    match event {
        Event::Intake(intake::Event::Submitted(submitted)) => Some(&submitted.agency),
        _ => None,
    }
}
