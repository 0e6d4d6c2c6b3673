//! What is worked out once from a calendar's data, so that a question costs a few look-ups.

mod build;
mod position;

use time::{Date, OffsetDateTime, Weekday};

use crate::CalendarError;

/// A row for each day covered, a row for each working day, and the week's hours.
///
/// A day is known by its index, 0 for the first one covered.
#[derive(Clone)]
pub(crate) struct Table {
    /// First day covered.
    pub(crate) from: Date,
    /// Last day covered.
    pub(crate) to: Date,
    /// Each day covered, and one row more.
    days: Vec<Day>,
    working: Vec<WorkingDay>,
    week: [Vec<Hours>; 7],
    /// Finds the working day of a position without a search: see [`Milestones`].
    milestones: Milestones,
}

/// Working time cut into equal spans, about a mean day's each, and the working day in which each begins.
#[derive(Clone)]
struct Milestones {
    span: i64,
    working: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Day {
    /// Working days before this one, so also the index of the first working day that isn't before it.
    working_before: u32,
    /// The first day not before this one that lies in a provisional year.
    next_provisional: u32,
}

/// A day with at least one session.
#[derive(Clone, Copy)]
pub(crate) struct WorkingDay {
    /// Its index among all days.
    day: u32,
    /// The weekday whose hours it has.
    weekday: Weekday,
    /// Nanoseconds inside sessions on all days before it.
    worked_before: i64,
    /// The closing of its last session.
    pub(crate) closes: OffsetDateTime,
}

/// A session, in nanoseconds since midnight.
#[derive(Clone, Copy)]
struct Hours {
    opens: i64,
    closes: i64,
}

impl Table {
    /// The index of a day.
    pub(crate) fn day(&self, date: Date) -> Result<usize, CalendarError> {
        let days = date.to_julian_day() - self.from.to_julian_day();
        match usize::try_from(days) {
            Ok(day) if day + 1 < self.days.len() => Ok(day),
            Ok(_) | Err(_) => Err(self.out_of_range()),
        }
    }

    /// The n-th working day after a day, n from 1.
    pub(crate) fn nth_after(&self, day: usize, n: u32) -> Result<&WorkingDay, CalendarError> {
        self.working_row(self.before(day + 1) + n as usize - 1)
    }

    /// The first working day that isn't before a day.
    pub(crate) fn working_from(&self, day: usize) -> Result<&WorkingDay, CalendarError> {
        self.working_row(self.before(day))
    }

    /// The n-th working day before a day, n from 1.
    pub(crate) fn nth_before(&self, day: usize, n: u32) -> Result<&WorkingDay, CalendarError> {
        let row = self.before(day).checked_sub(n as usize);
        row.map_or_else(|| Err(self.out_of_range()), |row| self.working_row(row))
    }

    /// A day as a working day, if it is one.
    pub(crate) fn working_on(&self, day: usize) -> Option<&WorkingDay> {
        let row = self.before(day);
        if self.before(day + 1) > row { self.working.get(row) } else { None }
    }

    /// Whether a provisional year reaches into the days from `first` to the working day `last`.
    pub(crate) fn is_provisional(&self, first: usize, last: &WorkingDay) -> bool {
        self.days.get(first).is_none_or(|day| day.next_provisional <= last.day)
    }

    /// The error that names the days covered.
    pub(crate) fn out_of_range(&self) -> CalendarError {
        CalendarError::OutOfRange { from: self.from, to: self.to }
    }

    fn before(&self, day: usize) -> usize {
        self.days.get(day).map_or(self.working.len(), |day| day.working_before as usize)
    }

    fn working_row(&self, row: usize) -> Result<&WorkingDay, CalendarError> {
        self.working.get(row).ok_or_else(|| self.out_of_range())
    }
}

/// The days from one to another, both included.
pub(crate) fn days(from: Date, to: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |date| date.next_day()).take_while(move |date| *date <= to)
}
