//! Warnings ahead of an appointment, for officers and heads.

use crate::state::State;
use crate::stop::running;
use calendar::{Calendar, CalendarError};
use time::{Date, OffsetDateTime};

/// A warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Warning {
    /// Three working days ahead.
    ThreeDays,
    /// Two working days ahead: there is a whole working day left to sign an apology and send it out lawfully.
    Apology,
    /// One working day ahead.
    OneDay,
}

impl Warning {
    /// Every warning, the earliest first.
    pub const ALL: [Warning; 3] = [Warning::ThreeDays, Warning::Apology, Warning::OneDay];

    /// The name in the database and in the outbox.
    pub fn as_str(self) -> &'static str {
        match self {
            Warning::ThreeDays => "warn_three_days",
            Warning::Apology => "warn_apology",
            Warning::OneDay => "warn_one_day",
        }
    }

    /// How many working days ahead.
    pub fn days_ahead(self) -> u32 {
        match self {
            Warning::ThreeDays => 3,
            Warning::Apology => 2,
            Warning::OneDay => 1,
        }
    }

    /// When it is given: at the opening of that working day.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn given_at(
        self,
        calendar: &Calendar,
        appointment: OffsetDateTime,
    ) -> Result<OffsetDateTime, CalendarError> {
        let appointed = calendar.local(appointment)?.date();
        opening(calendar, calendar.working_days_before(appointed, self.days_ahead())?)
    }

    /// The last appointed day of which it is time to warn at `now`.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn appointed_until(self, calendar: &Calendar, now: OffsetDateTime) -> Result<Date, CalendarError> {
        let now = calendar.local(now)?;
        let begun = calendar.opening(now.date())?.is_some_and(|opens| opens <= now);
        let mut day = if begun { now.date() } else { calendar.previous_working_day(now.date())? };
        for _ in 0..self.days_ahead() {
            day = calendar.next_working_day(day)?;
        }
        Ok(day)
    }
}

/// The warnings that it is time to give of the present appointment: what lay ahead of it when it was given, and is here
/// now. None while the clock stands, nor once the appointment is over; of a lawful apology none where the one
/// rescheduling is used up.
pub fn due(state: &State, calendar: &Calendar, now: OffsetDateTime) -> Vec<Warning> {
    let Ok(clock) = running(state) else { return Vec::new() };
    if calendar.missed(&clock.appointment, now) {
        return Vec::new();
    }
    let is_due = |warning: &Warning| {
        let given = warning.given_at(calendar, clock.appointment.at);
        let is_here = given.is_ok_and(|given| clock.given < given && given <= now);
        is_here && (*warning != Warning::Apology || state.rescheduled.is_none())
    };
    Warning::ALL.into_iter().filter(is_due).collect()
}

fn opening(calendar: &Calendar, day: Date) -> Result<OffsetDateTime, CalendarError> {
    let opens = calendar.opening(day)?;
    Ok(opens.unwrap_or_else(|| day.midnight().assume_offset(calendar.data().utc_offset)))
}
