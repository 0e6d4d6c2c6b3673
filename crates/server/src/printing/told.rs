//! What a letter is made from: the dossier as it was when something became true of it.

use super::Which;
use crate::app::App;
use crate::directory::Newest;
use crate::http::Problem;
use catalog::{Agency, Process, Version};
use dossier::{Event, State, evolve};
use intake::Submitted;
use kernel::{AgencyCode, DossierId, UserId};
use std::sync::Arc;
use store::people::Person;
use store::{log, people};
use time::{OffsetDateTime, UtcOffset};

/// A dossier at the moment that a letter tells of.
pub(super) struct Told {
    /// Which.
    pub(super) dossier: DossierId,
    /// The place of its acceptance in the log, once it was accepted.
    pub(super) accepted_seq: Option<i64>,
    /// What became true.
    pub(super) event: Event,
    /// When.
    pub(super) at: OffsetDateTime,
    /// Who brought it about, where that is staff.
    pub(super) by: Option<UserId>,
    /// The dossier right after.
    pub(super) state: State,
    /// What came in.
    pub(super) submitted: Submitted,
    /// Who applies, as they were last given then.
    pub(super) applicant: Person,
    /// The version it is judged by.
    pub(super) version: Arc<Version>,
    /// The agencies as they are now.
    pub(super) newest: Arc<Newest>,
    /// The receiving agency's zone.
    pub(super) offset: UtcOffset,
}

impl Told {
    /// # Errors
    /// Not found where nothing of the kind became true there; the database.
    pub(super) fn of(app: &App, which: &Which) -> Result<Self, Problem> {
        let entries = app.store.read(|db| log::entries(db, which.dossier))?;
        let entries: Vec<_> = entries.into_iter().filter(|entry| entry.seq <= which.seq).collect();
        let state = entries.iter().fold(State::default(), |state, entry| evolve(state, &entry.event));
        let accepted = |entry: &&log::Entry| matches!(entry.event, Event::Intake(intake::Event::Accepted(_)));
        let accepted_seq = entries.iter().find(accepted).map(|entry| entry.seq);
        let entry = entries.into_iter().next_back().filter(|entry| entry.seq == which.seq);
        let entry = entry.ok_or(Problem::NotFound)?;
        let submitted = state.intake.submitted.clone().ok_or(Problem::NotFound)?;
        let applicant = state.intake.applicant.unwrap_or(submitted.applicant);
        let newest = app.directory.newest()?;
        Ok(Self {
            dossier: which.dossier,
            accepted_seq,
            event: entry.event,
            at: entry.at,
            by: entry.user,
            applicant: app.store.read(|db| people::person(db, applicant))?.ok_or(Problem::NotFound)?,
            version: app.directory.version(&submitted.procedure, submitted.version)?,
            offset: newest.calendar_of(&submitted.agency)?.data().utc_offset,
            state,
            submitted,
            newest,
        })
    }

    /// The receiving agency, whose letter it is.
    pub(super) fn agency(&self) -> Result<&Agency, Problem> {
        let agency = self.newest.agency(&self.submitted.agency);
        agency.ok_or_else(|| Problem::Fault(format!("agency {} isn't there", self.submitted.agency)))
    }

    /// An agency's name; its identifier where it isn't there any more.
    pub(super) fn name_of(&self, agency: &AgencyCode) -> String {
        let named = self.newest.agency(agency).map(|agency| agency.name.clone());
        named.unwrap_or_else(|| agency.to_string())
    }

    /// The dossier's process.
    pub(super) fn process(&self) -> &Process {
        self.version.process_of(&self.submitted.case)
    }

    /// A moment in the receiving agency's zone.
    pub(super) fn local(&self, moment: OffsetDateTime) -> OffsetDateTime {
        moment.to_offset(self.offset)
    }

    /// The dossier's number; empty before acceptance.
    pub(super) fn number(&self) -> String {
        let accepted = self.state.intake.accepted.as_ref();
        accepted.map(|accepted| accepted.number.to_string()).unwrap_or_default()
    }
}
