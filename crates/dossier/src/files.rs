//! The files that a dossier's acts and events name: scans of what was handed in, and result papers.

use crate::command::Command;
use crate::event::Event;
use crate::state::State;
use intake::Handed;
use kernel::{FileId, Rule, Violation};
use result::Paper;

/// Whether files may still be added to a dossier: one that is over takes none. One that isn't submitted yet does.
///
/// # Errors
/// `stage-order`: it is over; the facts name the stage.
pub fn takes_files(state: &State) -> Result<(), Violation> {
    match state.stage().filter(|stage| stage.is_an_end()) {
        Some(stage) => Err(Violation::of(Rule::StageOrder).with("stage", stage.as_str())),
        None => Ok(()),
    }
}

impl Event {
    /// The files that it names.
    pub fn files(&self) -> Vec<FileId> {
        match self {
            Event::Intake(intake::Event::Submitted(submitted)) => scans(&submitted.components),
            Event::Intake(intake::Event::Completed(completed)) => scans(&completed.components),
            Event::Intake(intake::Event::Supplied(supplied)) => scans(&supplied.components),
            Event::Result(result::Event::PaperRecorded(recorded)) => file_of(Some(&recorded.paper)),
            Event::Result(result::Event::ResultRecorded(recorded)) => file_of(recorded.paper.as_ref()),
            Event::Intake(_) | Event::Routing(_) | Event::Deadline(_) | Event::Result(_) => Vec::new(),
        }
    }
}

impl Command {
    /// What is handed in with it.
    pub fn components(&self) -> &[Handed] {
        match self {
            Command::Intake(intake::Command::Submit(submit)) => &submit.components,
            Command::Intake(intake::Command::Complete(complete)) => &complete.components,
            Command::Intake(intake::Command::Supply { components }) => components,
            Command::Intake(_) | Command::Routing(_) | Command::Deadline(_) | Command::Result(_) => &[],
        }
    }

    /// The paper that is recorded with it.
    pub fn paper(&self) -> Option<&Paper> {
        match self {
            Command::Result(result::Command::RecordPaper { paper, .. }) => Some(paper),
            Command::Result(result::Command::Record { paper, .. }) => paper.as_ref(),
            Command::Intake(_) | Command::Routing(_) | Command::Deadline(_) | Command::Result(_) => None,
        }
    }
}

fn scans(components: &[Handed]) -> Vec<FileId> {
    components.iter().filter_map(|handed| handed.file).collect()
}

fn file_of(paper: Option<&Paper>) -> Vec<FileId> {
    paper.and_then(|paper| paper.file).into_iter().collect()
}
