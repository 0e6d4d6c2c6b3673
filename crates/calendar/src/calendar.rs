//! The calendar as it is asked: working days, opening hours, lateness.

use std::fmt;

use time::{Date, OffsetDateTime};

use crate::table::Table;
use crate::validate::validate;
use crate::{Appointment, CalendarData, CalendarError, CalendarUsed, DaysOff, Precision};

/// An agency's calendar, compiled so that every date costs the same whatever the span.
///
/// It covers two years before the first year that its data names to twelve after the last
/// ([`Calendar::covers`]); beyond, questions are answered with [`CalendarError::OutOfRange`].
/// Moments may be given in any offset and come back in the calendar's own.
#[derive(Clone)]
pub struct Calendar {
    data: CalendarData,
    pub(crate) table: Table,
}

impl Calendar {
    /// Checks the data and compiles it.
    ///
    /// # Errors
    /// Data that contradicts itself, each with what and where: see [`CalendarError`].
    pub fn new(data: CalendarData) -> Result<Self, CalendarError> {
        validate(&data)?;
        let table = Table::new(&data)?;
        Ok(Self { data, table })
    }

    /// The data it was compiled from.
    #[must_use]
    pub const fn data(&self) -> &CalendarData {
        &self.data
    }

    /// Its code and version, as a date that was counted by it keeps them.
    #[must_use]
    pub fn used(&self) -> CalendarUsed {
        CalendarUsed { code: self.data.code.clone(), version: self.data.version }
    }

    /// The first and the last day covered.
    #[must_use]
    pub const fn covers(&self) -> (Date, Date) {
        (self.table.from, self.table.to)
    }

    /// A moment in the calendar's offset.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`] at the very ends of the representable years.
    pub fn local(&self, moment: OffsetDateTime) -> Result<OffsetDateTime, CalendarError> {
        if moment.offset() == self.data.utc_offset {
            return Ok(moment);
        }
        moment.checked_to_offset(self.data.utc_offset).ok_or_else(|| self.table.out_of_range())
    }

    /// Whether a day has at least one session. Days not covered have none.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> bool {
        self.table.day(date).is_ok_and(|day| self.table.working_on(day).is_some())
    }

    /// Whether a moment lies inside a session. Its opening and its closing moment do.
    #[must_use]
    pub fn is_open(&self, moment: OffsetDateTime) -> bool {
        self.local(moment).is_ok_and(|moment| self.table.is_open(moment))
    }

    /// Whether the days off of a day's year aren't announced yet: listed so, or none is known.
    #[must_use]
    pub fn is_provisional(&self, date: Date) -> bool {
        self.is_provisional_year(date.year())
    }

    pub(crate) fn is_provisional_year(&self, year: i32) -> bool {
        let has_day_off = |off: &DaysOff| (off.from.year()..=off.to.year()).contains(&year);
        self.data.provisional.contains(&year) || !self.data.days_off.iter().any(has_day_off)
    }

    /// The closing of a day's last session; none on a day without.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn closing(&self, date: Date) -> Result<Option<OffsetDateTime>, CalendarError> {
        let day = self.table.day(date)?;
        Ok(self.table.working_on(day).map(|working| working.closes))
    }

    /// The opening of a day's first session; none on a day without.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn opening(&self, date: Date) -> Result<Option<OffsetDateTime>, CalendarError> {
        let day = self.table.day(date)?;
        self.table.working_on(day).map(|working| self.table.opening(working)).transpose()
    }

    /// The first working day after a day.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn next_working_day(&self, date: Date) -> Result<Date, CalendarError> {
        Ok(self.table.nth_after(self.table.day(date)?, 1)?.closes.date())
    }

    /// The last working day before a day.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn previous_working_day(&self, date: Date) -> Result<Date, CalendarError> {
        self.working_days_before(date, 1)
    }

    /// The n-th working day before a day, for warnings ahead of an appointment; 0 is the day itself.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn working_days_before(&self, date: Date, n: u32) -> Result<Date, CalendarError> {
        let day = self.table.day(date)?;
        if n == 0 { Ok(date) } else { Ok(self.table.nth_before(day, n)?.closes.date()) }
    }

    /// Whether an appointment is missed at `now`: when its day is over, or, counted in hours, when
    /// its moment has passed. Nobody is late on a day that isn't over.
    #[must_use]
    pub fn missed(&self, appointment: &Appointment, now: OffsetDateTime) -> bool {
        match appointment.precision {
            Precision::Moment => now > appointment.at,
            Precision::Day => self.is_day_over(appointment.at, now),
        }
    }

    /// Asks for the day in the calendar's offset: a moment that was stored may have come back in another.
    fn is_day_over(&self, at: OffsetDateTime, now: OffsetDateTime) -> bool {
        match (self.local(at), self.local(now)) {
            (Ok(at), Ok(now)) => now.date() > at.date(),
            (_, _) => now > at,
        }
    }
}

impl fmt::Debug for Calendar {
    /// The data only: the compiled table has a row for each day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calendar").field(&self.data).finish()
    }
}

#[cfg(test)]
mod tests;
