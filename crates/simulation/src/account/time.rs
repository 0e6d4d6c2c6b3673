//! Where the time goes.

use crate::demand::Choice;
use crate::error::SimulationError;
use crate::life::Life;
use kernel::{AgencyCode, StepCode};
use routing::Charge;
use time::OffsetDateTime;

/// What one agency did with its time, in working minutes of its calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TimeOf {
    /// What its steps were given.
    pub(crate) given: i64,
    /// What they took, from opening to end.
    pub(crate) used: i64,
    /// What they took beyond their shares.
    pub(crate) late: i64,
    /// How long they waited for somebody to be free.
    pub(crate) waited: i64,
    /// How long somebody worked on them.
    pub(crate) worked: i64,
    /// How long they were set aside.
    pub(crate) aside: i64,
    /// How long people worked on everything else.
    pub(crate) besides: i64,
}

/// A step that waited for somebody to be free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wait {
    /// How long, in working minutes.
    pub(crate) minutes: i64,
    /// Where.
    pub(crate) agency: AgencyCode,
    /// Which.
    pub(crate) step: StepCode,
    /// Since when.
    pub(crate) since: OffsetDateTime,
    /// Of which dossier.
    pub(crate) number: u32,
}

/// As many of the longest waits are told.
const TOLD: usize = 10;

impl TimeOf {
    pub(crate) fn charge(&mut self, charge: &Charge) {
        self.given += charge.given_minutes;
        self.used += charge.used_minutes;
        self.late += charge.late_minutes;
    }
}

impl super::Account {
    /// A step waited so long, and is worked on for so long.
    pub(crate) fn wait(&mut self, wait: Wait, worked: i64) {
        let time = self.time.entry(wait.agency.clone()).or_default();
        (time.waited, time.worked) = (time.waited + wait.minutes, time.worked + worked);
        let is_long = |shortest: &Wait| wait.minutes > shortest.minutes;
        if self.waits.len() < TOLD || self.waits.last().is_some_and(is_long) {
            self.waits.truncate(TOLD - 1);
            let place = self.waits.partition_point(|longer| longer.minutes >= wait.minutes);
            self.waits.insert(place, wait);
        }
    }
}

/// What the open steps of a dossier have taken until now; nothing of one that has ended.
pub(crate) fn lying_open(life: &Life, choice: &Choice, now: OffsetDateTime) -> Result<i64, SimulationError> {
    let open = life.state.routing.open.iter().filter(|_| life.state.intake.ended.is_none());
    let minutes = open.map(|open| {
        let calendar = &choice.calendars[&open.opened.agency];
        Ok(calendar.working_minutes(open.opened.at, now)?)
    });
    minutes.sum()
}
