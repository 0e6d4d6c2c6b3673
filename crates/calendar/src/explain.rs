//! A date explains itself: how it was counted, in structure and in sentences.

mod english;
#[cfg(test)]
mod tests;
mod vietnamese;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::due::SAME_DAY_UNTIL;
use crate::formats::iso_date;
use crate::table::days;
use crate::{Appointment, Calendar, CalendarError, DayWorked, DaysOff, ProcessingTime, Unit};

/// How an appointment was counted. The sentences for people are made from these facts alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// Code of the calendar.
    pub calendar: String,
    /// Version of the calendar.
    pub version: u32,
    /// The moment of acceptance, in the calendar's offset.
    #[serde(with = "time::serde::rfc3339")]
    pub accepted: OffsetDateTime,
    /// The processing time counted.
    pub time: ProcessingTime,
    /// When counting began: for hours the acceptance or the next opening, else the start of the first day.
    #[serde(with = "time::serde::rfc3339")]
    pub counted_from: OffsetDateTime,
    /// The first day counted.
    #[serde(with = "iso_date")]
    pub first_day: Date,
    /// Days counted: working days for working units, days of the calendar for calendar units.
    pub days_counted: u32,
    /// The day it would have been due, where it had to move to the next working day.
    #[serde(with = "iso_date::option")]
    pub moved_from: Option<Date>,
    /// Named days off that were skipped, cut to the days that mattered.
    pub days_off: Vec<DaysOff>,
    /// Days without sessions that were skipped and have no name: week-ends.
    pub weekly_rest: u32,
    /// Days worked in exchange that were met.
    pub days_worked: Vec<DayWorked>,
    /// Years met whose days off aren't announced yet.
    pub provisional_years: Vec<i32>,
    /// The appointment explained.
    pub appointment: Appointment,
}

impl Explanation {
    /// In full, a sentence each, for staff, in Vietnamese.
    #[must_use]
    pub fn vietnamese(&self) -> Vec<String> {
        vietnamese::full(self)
    }

    /// In full, a sentence each, for staff, in English.
    #[must_use]
    pub fn english(&self) -> Vec<String> {
        english::full(self)
    }

    /// A sentence or two for the applicant, in Vietnamese.
    #[must_use]
    pub fn plain_vietnamese(&self) -> String {
        vietnamese::plain(self)
    }

    /// A sentence or two for the applicant, in English.
    #[must_use]
    pub fn plain_english(&self) -> String {
        english::plain(self)
    }

    /// The last day of the time itself, before any move off a day off.
    fn last_day(&self) -> Date {
        self.moved_from.unwrap_or_else(|| self.appointment.at.date())
    }

    /// The provisional years met, as people list them.
    fn years(&self) -> String {
        self.provisional_years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Whether what is due the same day came in after 15:00.
    fn came_in_late(&self) -> bool {
        self.accepted.time() > SAME_DAY_UNTIL
    }
}

/// A moment as people write it in Vietnamese, in its own offset.
#[must_use]
pub fn vietnamese(moment: OffsetDateTime) -> String {
    vietnamese::moment(moment)
}

/// A moment as people write it in English, in its own offset.
#[must_use]
pub fn english(moment: OffsetDateTime) -> String {
    english::moment(moment)
}

/// What a unit's way of counting comes to for one appointment.
struct Counting {
    began: OffsetDateTime,
    days: u32,
    /// The day it would be due, were that a working day.
    last: Date,
    /// The first of the days that mattered; the last is the day it is due.
    first_met: Date,
}

impl Calendar {
    /// The same date as [`Calendar::due`], telling how it was counted.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn explain(
        &self,
        accepted: OffsetDateTime,
        time: ProcessingTime,
    ) -> Result<Explanation, CalendarError> {
        let appointment = self.due(accepted, time)?;
        let accepted = self.local(accepted)?;
        let due = appointment.at.date();
        let counting = self.counting(accepted, time, due)?;
        let met = counting.first_met..=due;
        Ok(Explanation {
            calendar: self.data().code.clone(),
            version: self.data().version,
            accepted,
            time,
            counted_from: counting.began,
            first_day: counting.began.date(),
            days_counted: counting.days,
            moved_from: Some(counting.last).filter(|last| *last != due),
            days_off: self.days_off_in(&met),
            weekly_rest: self.weekly_rest_in(&met),
            days_worked: self.days_worked_in(&met),
            provisional_years: self.provisional_years_in(&met),
            appointment,
        })
    }

    /// The named days off between two moments, cut to the days between them, those of the moments included.
    ///
    /// # Errors
    /// [`CalendarError::OutOfRange`].
    pub fn days_off_between(
        &self,
        from: OffsetDateTime,
        to: OffsetDateTime,
    ) -> Result<Vec<DaysOff>, CalendarError> {
        Ok(self.days_off_in(&(self.local(from)?.date()..=self.local(to)?.date())))
    }

    fn counting(
        &self,
        accepted: OffsetDateTime,
        time: ProcessingTime,
        due: Date,
    ) -> Result<Counting, CalendarError> {
        let (today, offset) = (accepted.date(), accepted.offset());
        let tomorrow = today.next_day().ok_or_else(|| self.table.out_of_range())?;
        let start = |day: Date| day.midnight().assume_offset(offset);
        match time.unit() {
            Unit::WorkingDays => {
                let began = start(self.next_working_day(today)?);
                Ok(Counting { began, days: time.amount(), last: due, first_met: tomorrow })
            }
            Unit::WorkingHours => {
                let began = self.counting_from(accepted)?;
                let days = days(began.date(), due).filter(|day| self.is_working_day(*day)).count();
                Ok(Counting { began, days: whole(days), last: due, first_met: today })
            }
            Unit::CalendarDays | Unit::Months => {
                let last = self.nominal_last_day(today, time)?;
                let days = days(tomorrow, last).count();
                Ok(Counting { began: start(tomorrow), days: whole(days), last, first_met: last })
            }
            Unit::SameDay => Ok(Counting { began: start(due), days: 1, last: today, first_met: today }),
        }
    }

    fn days_off_in(&self, met: &RangeInclusive<Date>) -> Vec<DaysOff> {
        let cut = self.data().days_off.iter().map(|off| DaysOff {
            from: off.from.max(*met.start()),
            to: off.to.min(*met.end()),
            name: off.name.clone(),
        });
        cut.filter(|off| off.from <= off.to).collect()
    }

    fn weekly_rest_in(&self, met: &RangeInclusive<Date>) -> u32 {
        let named = |day: &Date| self.data().days_off.iter().any(|off| (off.from..=off.to).contains(day));
        let rest = days(*met.start(), *met.end()).filter(|day| !self.is_working_day(*day) && !named(day));
        whole(rest.count())
    }

    fn days_worked_in(&self, met: &RangeInclusive<Date>) -> Vec<DayWorked> {
        self.data().days_worked.iter().filter(|day| met.contains(&day.on)).cloned().collect()
    }

    fn provisional_years_in(&self, met: &RangeInclusive<Date>) -> Vec<i32> {
        let years = met.start().year()..=met.end().year();
        years.filter(|year| self.is_provisional_year(*year)).collect()
    }
}

fn whole(days: usize) -> u32 {
    u32::try_from(days).unwrap_or(u32::MAX)
}

fn day_month_year(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), u8::from(date.month()), date.year())
}
