//! Times of different units made comparable, for adding up shares.

use calendar::{ProcessingTime, Unit};
use std::iter::Sum;
use std::ops::Add;

/// A length of work, in fifths of a nominal minute of a calendar day, so that five working days are one calendar
/// week: a working minute counts 7, a minute of a calendar day 5. Exact whole numbers; times in units of one kind
/// compare exactly, working and calendar units by the plain week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Load(u64);

const OF_A_WORKING_MINUTE: u64 = 7;
const OF_A_CALENDAR_MINUTE: u64 = 5;
const DAYS_OF_A_MONTH: u64 = 30;

impl Load {
    /// No work.
    pub const ZERO: Load = Load(0);

    /// The load of `time`; `minutes_per_day` is the nominal working day. "Same day" is one working day, a month
    /// thirty calendar days.
    pub fn of(time: ProcessingTime, minutes_per_day: u32) -> Load {
        let (amount, day) = (u64::from(time.amount()), u64::from(minutes_per_day));
        Load(match time.unit() {
            Unit::WorkingDays => amount * day * OF_A_WORKING_MINUTE,
            Unit::WorkingHours => amount * 60 * OF_A_WORKING_MINUTE,
            Unit::SameDay => day * OF_A_WORKING_MINUTE,
            Unit::CalendarDays => amount * day * OF_A_CALENDAR_MINUTE,
            Unit::Months => amount * DAYS_OF_A_MONTH * day * OF_A_CALENDAR_MINUTE,
        })
    }

    /// The bare number, for keeping it.
    pub fn units(self) -> u64 {
        self.0
    }
}

impl Add for Load {
    type Output = Load;
    fn add(self, other: Load) -> Load {
        Load(self.0 + other.0)
    }
}

impl Sum for Load {
    fn sum<I: Iterator<Item = Load>>(loads: I) -> Load {
        loads.fold(Load::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(amount: u32, unit: Unit) -> Load {
        Load::of(ProcessingTime::new(amount, unit).expect("a sensible amount"), 480)
    }

    #[test]
    fn five_working_days_are_a_calendar_week() {
        assert_eq!(load(5, Unit::WorkingDays), load(7, Unit::CalendarDays));
        assert!(load(6, Unit::WorkingDays) > load(8, Unit::CalendarDays));
    }

    #[test]
    fn the_same_day_is_one_working_day_and_eight_hours_are_one_of_480_minutes() {
        assert_eq!(load(1, Unit::SameDay), load(1, Unit::WorkingDays));
        assert_eq!(load(8, Unit::WorkingHours), load(1, Unit::WorkingDays));
        assert!(load(9, Unit::WorkingHours) > load(1, Unit::WorkingDays));
    }

    #[test]
    fn a_month_is_thirty_calendar_days() {
        assert_eq!(load(2, Unit::Months), load(60, Unit::CalendarDays));
    }
}
