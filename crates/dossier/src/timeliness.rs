//! Early, on time, late.

use crate::state::State;
use calendar::Calendar;
use serde::Serialize;
use time::OffsetDateTime;

/// How a dossier stands to its appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Timeliness {
    /// Unfinished, and its appointment isn't over.
    Running,
    /// Unfinished, and its appointment is over.
    Overdue,
    /// Finished on a day before the appointed one.
    Early,
    /// Finished by its appointment.
    OnTime,
    /// Finished after its appointment.
    Late,
}

/// How the dossier stands at `now`, by the receiving agency's calendar; none before acceptance and for a dossier that
/// was withdrawn. Work is finished when the result is there; nobody is late on a day that isn't over.
pub fn timeliness(state: &State, calendar: &Calendar, now: OffsetDateTime) -> Option<Timeliness> {
    if state.intake.ended.is_some() {
        return None;
    }
    let appointment = &state.intake.accepted.as_ref()?.appointment;
    let Some(recorded) = &state.result.recorded else {
        let missed = calendar.missed(appointment, now);
        return Some(if missed { Timeliness::Overdue } else { Timeliness::Running });
    };
    let day = |moment: OffsetDateTime| moment.to_offset(calendar.data().utc_offset).date();
    Some(if calendar.missed(appointment, recorded.at) {
        Timeliness::Late
    } else if day(recorded.at) < day(appointment.at) {
        Timeliness::Early
    } else {
        Timeliness::OnTime
    })
}
