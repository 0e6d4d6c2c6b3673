//! The clock of an accepted dossier.

use crate::event::Cause;
use calendar::{Appointment, Calendar, CalendarUsed, ProcessingTime, Stop};
use time::OffsetDateTime;

/// What an appointment is counted from. The first one is never overwritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The appointment of the receipt.
    pub first: Appointment,
    /// The present one.
    pub appointment: Appointment,
    /// When the present one was given.
    pub given: OffsetDateTime,
    /// Since when the time runs: the acceptance, or the supplement after which it began afresh.
    pub start: OffsetDateTime,
    /// The time it is given.
    pub time: ProcessingTime,
    /// When it stood since `start`.
    pub stops: Vec<Stop>,
    /// The calendar the present appointment was counted by.
    pub calendar: CalendarUsed,
}

/// The clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Since when.
    pub since: OffsetDateTime,
    /// For what.
    pub cause: Cause,
}

impl Clock {
    /// The clock that begins to run at an acceptance.
    pub fn begun(
        at: OffsetDateTime,
        time: ProcessingTime,
        first: Appointment,
        calendar: CalendarUsed,
    ) -> Self {
        Self { first, appointment: first, given: at, start: at, time, stops: Vec::new(), calendar }
    }

    /// When it is due by `calendar`, with one more stop; one that people set moves by the stop's working time.
    pub(crate) fn due_with(&self, calendar: &Calendar, set_by_people: bool, stop: Stop) -> Appointment {
        if set_by_people {
            return calendar.later_by(&self.appointment, stop).expect("the calendar covers the dossier");
        }
        let stops: Vec<Stop> = self.stops.iter().copied().chain([stop]).collect();
        calendar.due_after_stops(self.start, self.time, &stops).expect("the calendar covers the dossier")
    }
}
