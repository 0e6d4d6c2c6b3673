//! Working time between two moments, and from a moment onwards.

use time::OffsetDateTime;

use crate::{Calendar, CalendarError};

/// Nanoseconds in a minute.
pub(crate) const MINUTE: i64 = 60_000_000_000;

impl Calendar {
    /// The minutes inside sessions from one moment to another; negative when `to` comes first.
    ///
    /// The seconds of both moments are dropped first: a moment counts as its minute. So the minutes
    /// of a way always are the sum of those of its parts.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn working_minutes(&self, from: OffsetDateTime, to: OffsetDateTime) -> Result<i64, CalendarError> {
        let from = self.table.position(self.local(from)?)? / MINUTE;
        let to = self.table.position(self.local(to)?)? / MINUTE;
        Ok(to - from)
    }

    /// The moment so many working minutes later. Seconds are kept. Minutes that end with a session end
    /// at its closing, not at the next opening; none at all lead to the next opening if it is closed.
    ///
    /// # Errors
    /// [`CalendarError::NegativeMinutes`], [`CalendarError::OutOfRange`].
    pub fn after_working_minutes(
        &self,
        from: OffsetDateTime,
        minutes: i64,
    ) -> Result<OffsetDateTime, CalendarError> {
        let from = self.local(from)?;
        match minutes {
            ..=-1 => Err(CalendarError::NegativeMinutes { minutes }),
            0 if self.table.is_open(from) => Ok(from),
            0 => self.table.running_from(from),
            1.. => self.after(from, minutes.saturating_mul(MINUTE)),
        }
    }

    /// The first moment at or after this one at which working time runs: the moment itself inside a
    /// session, else the next opening. At a closing it no longer runs.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn counting_from(&self, moment: OffsetDateTime) -> Result<OffsetDateTime, CalendarError> {
        self.table.running_from(self.local(moment)?)
    }

    /// The first moment so many working nanoseconds, at least one, after a moment in the calendar's offset.
    pub(crate) fn after(&self, from: OffsetDateTime, nanos: i64) -> Result<OffsetDateTime, CalendarError> {
        let position = self.table.position(from)?.saturating_add(nanos);
        Ok(self.table.reached(position)?.1)
    }
}

#[cfg(test)]
mod tests;
