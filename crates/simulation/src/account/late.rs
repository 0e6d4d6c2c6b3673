//! Late ÷ due, as the directive counts it (domain: Late share in year Y), in whole numbers.

use calendar::{Appointment, Calendar};
use deadline::Change;
use dossier::State;
use time::OffsetDateTime;

/// How many were due, and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Share {
    /// Their first appointment, after a stop the recomputed one, falls in the year.
    pub(crate) due: u64,
    /// Of those: finished after it, or unfinished and past it, or rescheduled.
    pub(crate) late: u64,
    /// Of those: rescheduled, lawfully and with an apology.
    pub(crate) rescheduled: u64,
    /// Of those: an appointment was missed unannounced.
    pub(crate) breached: u64,
    /// Of those: the second one was missed.
    pub(crate) graver: u64,
}

/// One dossier that was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Judged {
    late: bool,
    rescheduled: bool,
    breached: bool,
    graver: bool,
}

impl Share {
    pub(crate) fn add(&mut self, judged: Judged) {
        self.due += 1;
        self.late += u64::from(judged.late);
        self.rescheduled += u64::from(judged.rescheduled);
        self.breached += u64::from(judged.breached);
        self.graver += u64::from(judged.graver);
    }

    /// Both together.
    pub(crate) fn and(self, other: Share) -> Share {
        Share {
            due: self.due + other.due,
            late: self.late + other.late,
            rescheduled: self.rescheduled + other.rescheduled,
            breached: self.breached + other.breached,
            graver: self.graver + other.graver,
        }
    }

    /// In tenths of a percent, rounded down.
    pub(crate) fn tenths(self) -> u64 {
        self.late * 1000 / self.due.max(1)
    }
}

/// How a dossier stands, if it was due in the year. One that was withdrawn or closed counts only if an appointment had been
/// missed before.
pub(crate) fn judged(state: &State, calendar: &Calendar, year: i32, now: OffsetDateTime) -> Option<Judged> {
    let appointment = first_appointment(state)?;
    let (breaches, rescheduled) = (&state.deadline.breaches, state.deadline.rescheduled.is_some());
    let ended = state.intake.ended.is_some();
    if !is_due_in(&appointment, calendar, year) || (ended && breaches.is_empty()) {
        return None;
    }
    let finished = state.result.recorded.as_ref().map(|recorded| recorded.at);
    let stands = state.deadline.waiting.is_some();
    let past = match finished {
        Some(at) => calendar.missed(&appointment, at),
        None => !ended && !stands && calendar.missed(&appointment, now),
    };
    Some(Judged {
        late: past || rescheduled || !breaches.is_empty(),
        rescheduled,
        breached: breaches.iter().any(|breach| !breach.second),
        graver: breaches.iter().any(|breach| breach.second),
    })
}

/// Whether an appointment falls in a year, where the calendar's agency is.
pub(crate) fn is_due_in(appointment: &Appointment, calendar: &Calendar, year: i32) -> bool {
    appointment.at.to_offset(calendar.data().utc_offset).year() == year
}

/// The appointment that lateness is counted by: the first; the recomputed one after a stop or a changed calendar; never the
/// one that a rescheduling gave.
fn first_appointment(state: &State) -> Option<Appointment> {
    let mut first = state.deadline.clock.as_ref()?.first;
    let mut set_by_people = false;
    for change in &state.deadline.changes {
        match change {
            Change::Rescheduled { .. } => set_by_people = true,
            Change::Stood { resumed, .. } if resumed.afresh || !set_by_people => {
                (first, set_by_people) = (resumed.appointment, false);
            }
            Change::Recounted(recounted) if !set_by_people => first = recounted.to,
            Change::Stood { .. } | Change::Recounted(_) => {}
        }
    }
    Some(first)
}
