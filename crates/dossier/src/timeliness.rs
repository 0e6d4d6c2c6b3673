//! Early, on time, late.

use crate::state::State;
use calendar::Calendar;
use serde::Serialize;
use time::{Date, OffsetDateTime};

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
    /// Finished after its appointment, or ended when one had been missed.
    Late,
}

/// How the dossier stands at `now`, by the receiving agency's calendar; none before acceptance, and for a dossier that
/// was withdrawn or closed in time.
///
/// It counts by the present appointment. One that was ever missed makes a dossier late for good, whatever appointment
/// came after it (3.b¶3). Nobody is late while the clock stands, nor on a day that isn't over. Work is finished when the
/// result is there. That a dossier was rescheduled, and so counts as late too, is kept apart from this.
pub fn timeliness(state: &State, calendar: &Calendar, now: OffsetDateTime) -> Option<Timeliness> {
    let appointment = state.deadline.clock.as_ref()?.appointment;
    let finished = state.result.recorded.as_ref().map(|recorded| recorded.at);
    let breached = !state.deadline.breaches.is_empty();
    match finished {
        _ if state.intake.ended.is_some() => breached.then_some(Timeliness::Late),
        Some(at) if breached || calendar.missed(&appointment, at) => Some(Timeliness::Late),
        Some(at) if day(at, calendar) < day(appointment.at, calendar) => Some(Timeliness::Early),
        Some(_) => Some(Timeliness::OnTime),
        None if breached || is_past(state, calendar, now) => Some(Timeliness::Overdue),
        None => Some(Timeliness::Running),
    }
}

fn is_past(state: &State, calendar: &Calendar, now: OffsetDateTime) -> bool {
    deadline::stop::running(&state.deadline).is_ok_and(|clock| calendar.missed(&clock.appointment, now))
}

fn day(moment: OffsetDateTime, calendar: &Calendar) -> Date {
    moment.to_offset(calendar.data().utc_offset).date()
}
