//! A clock that stood for a while: when a result is due whose time ran with stops.

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::{Appointment, Calendar, CalendarError, ProcessingTime, Unit};

/// A time in which the clock stood: a supplement was out, or a payment (NĐ 118/2025 Đ19.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub from: OffsetDateTime,
    /// Until when.
    #[serde(with = "time::serde::rfc3339")]
    pub to: OffsetDateTime,
}

impl Calendar {
    /// When a result is due whose time began to run at `start` and stood during `stops`, in their order.
    ///
    /// - Working units go on with the working time that was left: due as much working time later as the clock stood;
    ///   days at the closing of the day that is reached.
    /// - Calendar units go on with the days that were left: the day it is due moves by as many days as lie between the days
    ///   on which the clock stopped and went on, a moment outside the sessions counting as the next opening.
    ///
    /// So a stop without working time changes nothing, two stops without a gap are one, and none makes it due earlier.
    /// What stands before the first day that is counted, or after the time has run out, changes nothing either.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn due_after_stops(
        &self,
        start: OffsetDateTime,
        time: ProcessingTime,
        stops: &[Stop],
    ) -> Result<Appointment, CalendarError> {
        let counted = self.first_counted(start, time)?;
        let first = self.due(start, time)?;
        let mut due = first;
        let mut stood = Stood::default();
        for stop in stops {
            let (from, to) = (self.local(stop.from)?.max(counted), self.local(stop.to)?.max(counted));
            if from >= due.at || to <= from {
                continue;
            }
            stood = self.stood_longer(stood, from, to)?;
            due = self.due_later(&first, time.unit(), stood)?;
        }
        Ok(due)
    }

    /// An appointment that people set, later by the working time for which the clock stood; one that was over when the
    /// clock stopped stays where it is.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn later_by(&self, appointment: &Appointment, stop: Stop) -> Result<Appointment, CalendarError> {
        let (from, to) = (self.local(stop.from)?, self.local(stop.to)?);
        let stood = self.table.position(to)? - self.table.position(from)?;
        if from >= appointment.at || stood <= 0 {
            return Ok(*appointment);
        }
        let (_, at) = self.table.reached(self.table.position(self.local(appointment.at)?)? + stood)?;
        Ok(Appointment { at, provisional: self.is_provisional(at.date()), ..*appointment })
    }

    /// When a stop can begin to count: with the first counted day, or with the very moment where hours are counted.
    fn first_counted(
        &self,
        start: OffsetDateTime,
        time: ProcessingTime,
    ) -> Result<OffsetDateTime, CalendarError> {
        let start = self.local(start)?;
        match time.unit() {
            Unit::WorkingHours | Unit::SameDay => Ok(start),
            Unit::WorkingDays | Unit::CalendarDays | Unit::Months => {
                let tomorrow = start.date().next_day().ok_or_else(|| self.table.out_of_range())?;
                Ok(tomorrow.midnight().assume_offset(start.offset()))
            }
        }
    }

    fn stood_longer(
        &self,
        stood: Stood,
        from: OffsetDateTime,
        to: OffsetDateTime,
    ) -> Result<Stood, CalendarError> {
        let worked = self.table.position(to)? - self.table.position(from)?;
        let days = self.day_it_runs(to)?.to_julian_day() - self.day_it_runs(from)?.to_julian_day();
        Ok(Stood { worked: stood.worked + worked, days: stood.days + days })
    }

    /// The day on which working time runs at a moment, or next runs.
    fn day_it_runs(&self, moment: OffsetDateTime) -> Result<Date, CalendarError> {
        Ok(self.table.running_from(moment)?.date())
    }

    /// `first` as it is after the clock stood so long.
    fn due_later(&self, first: &Appointment, unit: Unit, stood: Stood) -> Result<Appointment, CalendarError> {
        let due = self.table.day(first.at.date())?;
        let later = match unit {
            Unit::WorkingHours => {
                let (day, at) = self.table.reached(self.table.position(first.at)? + stood.worked)?;
                Appointment { at, provisional: self.table.is_provisional(due, day), ..*first }
            }
            Unit::WorkingDays | Unit::SameDay => {
                let (day, _) = self.table.reached(self.table.position(first.at)? + stood.worked)?;
                self.closing_appointment(due, day)
            }
            Unit::CalendarDays | Unit::Months => {
                let last = Date::from_julian_day(first.at.date().to_julian_day() + stood.days);
                let last = self.table.day(last.map_err(|_| self.table.out_of_range())?)?;
                self.closing_appointment(last, self.table.working_from(last)?)
            }
        };
        Ok(Appointment { provisional: first.provisional || later.provisional, ..later })
    }
}

/// How long the clock stood, in both ways of counting.
#[derive(Clone, Copy, Default)]
struct Stood {
    /// Nanoseconds of working time.
    worked: i64,
    /// Days of the calendar.
    days: i32,
}

#[cfg(test)]
mod tests;
