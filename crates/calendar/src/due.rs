//! When a result is due, for each unit of time.

use time::{Date, Duration, Month, OffsetDateTime, Time};

use crate::table::WorkingDay;
use crate::{Appointment, Calendar, CalendarError, Precision, ProcessingTime, Unit};

/// What comes in later than this is taken up the next working day (NĐ 118/2025 Điều 18.2).
pub(crate) const SAME_DAY_UNTIL: Time = time::macros::time!(15:00);

/// Nanoseconds in an hour.
const HOUR: i64 = 3_600_000_000_000;

impl Calendar {
    /// When a result is due that was accepted at a moment.
    ///
    /// - `working_days`: the closing of the n-th working day after the day of acceptance, which
    ///   isn't counted (Civil Code art. 147). A day with a morning session only is a working day.
    /// - `working_hours`: that much time inside sessions later, from the next opening if the counter
    ///   is closed. Hours that end with a session end at its closing, not at the next opening.
    /// - `calendar_days`, `months`: the closing of that day, or of the next working day if it is a
    ///   day off (art. 148). A month without the day ends on its last.
    /// - `same_day`: the closing of that day. The next working day's when accepted after 15:00 (at
    ///   15:00 sharp is not after), on a day off, or after that day's own closing.
    ///
    /// The date is provisional when a day that mattered to the count lies in a provisional year.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn due(&self, accepted: OffsetDateTime, time: ProcessingTime) -> Result<Appointment, CalendarError> {
        let accepted = self.local(accepted)?;
        match time.unit() {
            Unit::WorkingDays => self.due_in_working_days(accepted.date(), time.amount()),
            Unit::WorkingHours => self.due_in_working_hours(accepted, time.amount()),
            Unit::CalendarDays | Unit::Months => self.due_in_calendar_time(accepted.date(), time),
            Unit::SameDay => self.due_the_same_day(accepted),
        }
    }

    /// A new appointment at a moment that people set, for a time of this unit.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn appointment(&self, at: OffsetDateTime, unit: Unit) -> Result<Appointment, CalendarError> {
        let at = self.local(at)?;
        self.table.day(at.date())?;
        Ok(Appointment { at, precision: unit.precision(), provisional: self.is_provisional(at.date()) })
    }

    /// The last day of a time counted in calendar days or months, before any move off a day off;
    /// for the other units the day of acceptance itself.
    pub(crate) fn nominal_last_day(
        &self,
        accepted: Date,
        time: ProcessingTime,
    ) -> Result<Date, CalendarError> {
        let last = match time.unit() {
            Unit::CalendarDays => accepted.checked_add(Duration::days(i64::from(time.amount()))),
            Unit::Months => months_later(accepted, time.amount()),
            Unit::WorkingDays | Unit::WorkingHours | Unit::SameDay => Some(accepted),
        };
        last.ok_or_else(|| self.table.out_of_range())
    }

    /// Whether what is accepted at a moment can't be due the same day any more.
    pub(crate) fn is_too_late_for_today(&self, accepted: OffsetDateTime) -> Result<bool, CalendarError> {
        let closing = self.closing(accepted.date())?;
        Ok(accepted.time() > SAME_DAY_UNTIL || closing.is_none_or(|closing| accepted > closing))
    }

    fn due_in_working_days(&self, accepted: Date, amount: u32) -> Result<Appointment, CalendarError> {
        let day = self.table.day(accepted)?;
        let last = self.table.nth_after(day, amount)?;
        Ok(self.closing_appointment(day + 1, last))
    }

    fn due_in_working_hours(
        &self,
        accepted: OffsetDateTime,
        amount: u32,
    ) -> Result<Appointment, CalendarError> {
        let first = self.table.day(accepted.date())?;
        let (last, at) = self.table.reached(self.table.position(accepted)? + i64::from(amount) * HOUR)?;
        let provisional = self.table.is_provisional(first, last);
        Ok(Appointment { at, precision: Precision::Moment, provisional })
    }

    fn due_in_calendar_time(
        &self,
        accepted: Date,
        time: ProcessingTime,
    ) -> Result<Appointment, CalendarError> {
        self.table.day(accepted)?;
        let last = self.table.day(self.nominal_last_day(accepted, time)?)?;
        Ok(self.closing_appointment(last, self.table.working_from(last)?))
    }

    fn due_the_same_day(&self, accepted: OffsetDateTime) -> Result<Appointment, CalendarError> {
        let today = self.table.day(accepted.date())?;
        let first = today + usize::from(self.is_too_late_for_today(accepted)?);
        Ok(self.closing_appointment(today, self.table.working_from(first)?))
    }

    pub(crate) fn closing_appointment(&self, first: usize, last: &WorkingDay) -> Appointment {
        let provisional = self.table.is_provisional(first, last);
        Appointment { at: last.closes, precision: Precision::Day, provisional }
    }
}

impl Unit {
    /// What has to be over before an appointment counted in this unit is missed.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match self {
            Self::WorkingHours => Precision::Moment,
            Self::WorkingDays | Self::CalendarDays | Self::Months | Self::SameDay => Precision::Day,
        }
    }
}

/// The day of the same number so many months later, or that month's last day if it has none.
fn months_later(date: Date, months: u32) -> Option<Date> {
    let ahead = i32::from(u8::from(date.month())) - 1 + i32::try_from(months).ok()?;
    let year = date.year().checked_add(ahead.div_euclid(12))?;
    let month = Month::try_from(u8::try_from(ahead.rem_euclid(12) + 1).ok()?).ok()?;
    Date::from_calendar_date(year, month, date.day().min(month.length(year))).ok()
}

#[cfg(test)]
mod tests;
