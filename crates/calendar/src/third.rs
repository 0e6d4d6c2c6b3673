//! `extension-within-third`: a new appointment adds at most a third of the total processing time (3.b¶3).

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::working_time::MINUTE;
use crate::{Calendar, CalendarError, ProcessingTime, Unit};

/// A total processing time in whole minutes, and the kind of time these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Total {
    /// Minutes inside sessions.
    Working(i64),
    /// Minutes of the clock, day and night.
    Elapsed(i64),
}

impl Total {
    /// The minutes, of whichever kind.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        match self {
            Self::Working(minutes) | Self::Elapsed(minutes) => minutes,
        }
    }

    /// A third of it in seconds: exact, since a minute's seconds divide by three.
    #[must_use]
    pub const fn third_in_seconds(self) -> i64 {
        self.minutes() * 20
    }
}

impl Calendar {
    /// The total processing time that a third is taken of.
    ///
    /// Working units in working minutes, a working day being the calendar's nominal minutes a day and
    /// the same day one such day. Calendar units in elapsed time: n days; for months from the day of
    /// acceptance to the nominal last day, before any move off a day off.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`] for months that end beyond all dates.
    pub fn total(&self, accepted: OffsetDateTime, time: ProcessingTime) -> Result<Total, CalendarError> {
        let (amount, day) = (i64::from(time.amount()), i64::from(self.data().minutes_per_day));
        match time.unit() {
            Unit::WorkingDays | Unit::SameDay => Ok(Total::Working(amount * day)),
            Unit::WorkingHours => Ok(Total::Working(amount * 60)),
            Unit::CalendarDays | Unit::Months => {
                let accepted = self.local(accepted)?.date();
                let last = self.nominal_last_day(accepted, time)?;
                Ok(Total::Elapsed((last - accepted).whole_minutes()))
            }
        }
    }

    /// The time that a new appointment adds to the old one, in seconds of the kind that the total of
    /// `time` has. A second that has begun counts as a whole one, which changes no comparison with a
    /// third, as that is a whole number of seconds. Negative when `new` comes first.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn added(
        &self,
        time: ProcessingTime,
        old: OffsetDateTime,
        new: OffsetDateTime,
    ) -> Result<i64, CalendarError> {
        match time.unit() {
            Unit::WorkingDays | Unit::WorkingHours | Unit::SameDay => {
                let (old, new) = (self.local(old)?, self.local(new)?);
                let nanos = self.table.position(new)? - self.table.position(old)?;
                Ok(whole_seconds(nanos / SECOND, nanos % SECOND))
            }
            Unit::CalendarDays | Unit::Months => {
                let elapsed = new - old;
                Ok(whole_seconds(elapsed.whole_seconds(), i64::from(elapsed.subsec_nanoseconds())))
            }
        }
    }

    /// Whether a new appointment is lawful: after the old one, in a working session (its closing
    /// moment included), and `3 × added ≤ total`. Days not covered have no session.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn within_third(
        &self,
        accepted: OffsetDateTime,
        time: ProcessingTime,
        old: OffsetDateTime,
        new: OffsetDateTime,
    ) -> Result<bool, CalendarError> {
        if new <= old || !self.is_open(new) {
            return Ok(false);
        }
        let third = self.total(accepted, time)?.third_in_seconds();
        Ok(self.added(time, old, new)? <= third)
    }

    /// The latest moment for which [`Calendar::within_third`] holds. A third that is used up just at a
    /// closing reaches to the next opening, as no working time lies between the two.
    ///
    /// # Errors
    /// [`CalendarError::NoLawfulMoment`] when no session lies in a third of elapsed time (one calendar day, a
    /// week-end ahead), [`CalendarError::OutOfRange`].
    pub fn latest_lawful(
        &self,
        accepted: OffsetDateTime,
        time: ProcessingTime,
        old: OffsetDateTime,
    ) -> Result<OffsetDateTime, CalendarError> {
        let old = self.local(old)?;
        match self.total(accepted, time)? {
            Total::Working(minutes) => self.table.running_from(self.after(old, minutes * (MINUTE / 3))?),
            Total::Elapsed(minutes) => self.last_open_within(old, minutes * 20),
        }
    }

    fn last_open_within(&self, old: OffsetDateTime, seconds: i64) -> Result<OffsetDateTime, CalendarError> {
        let limit = old.checked_add(time::Duration::seconds(seconds));
        let latest = self.table.last_open(limit.ok_or_else(|| self.table.out_of_range())?)?;
        if latest > old { Ok(latest) } else { Err(CalendarError::NoLawfulMoment) }
    }
}

/// Nanoseconds in a second.
const SECOND: i64 = 1_000_000_000;

/// Seconds rounded up. Both parts have the same sign, or are 0.
const fn whole_seconds(seconds: i64, nanos: i64) -> i64 {
    if nanos > 0 { seconds + 1 } else { seconds }
}

#[cfg(test)]
mod tests;
