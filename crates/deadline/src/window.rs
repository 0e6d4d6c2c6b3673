//! What is lawful about a rescheduling, told before anybody asks.

use crate::clock::Clock;
use calendar::Calendar;
use kernel::Violation;
use time::{OffsetDateTime, Time};

/// Until when a rescheduling may be asked for, and how far it may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The appointed day's 00:00: from then on it is too late (3.b¶3).
    pub asked_before: OffsetDateTime,
    /// The latest lawful new appointment; none where no session lies inside the third.
    pub latest_lawful: Option<OffsetDateTime>,
}

/// The window of a clock's present appointment.
pub fn window(clock: &Clock, calendar: &Calendar) -> Window {
    let at = calendar.local(clock.appointment.at).expect("the calendar covers the dossier");
    Window {
        asked_before: asked_before(at),
        latest_lawful: calendar.latest_lawful(clock.start, clock.time, at).ok(),
    }
}

/// 00:00 of the appointed day, for an appointment in its calendar's offset: from then on it is too late (3.b¶3).
pub fn asked_before(appointment: OffsetDateTime) -> OffsetDateTime {
    appointment.replace_time(Time::MIDNIGHT)
}

impl Window {
    /// The violation with the window as facts.
    pub(crate) fn told(&self, violation: Violation) -> Violation {
        let violation = violation.with("asked_before", self.asked_before);
        match self.latest_lawful {
            Some(latest) => violation.with("latest_lawful", latest),
            None => violation,
        }
    }
}
