//! Works the table out from validated data.

use std::collections::{BTreeMap, BTreeSet};

use time::{Date, Duration, Month, Weekday};

use super::{Day, Hours, Milestones, Table, WorkingDay, days};
use crate::validate::years_named;
use crate::{CalendarData, CalendarError};

/// Years covered before the first year that the data names.
const YEARS_BEFORE: i32 = 2;
/// Years covered after the last year that the data names.
const YEARS_AFTER: i32 = 12;
/// First and last year named, for data that names none.
const WITHOUT_YEARS: (i32, i32) = (2000, 2060);

/// What the data says about single days and years.
struct Marks {
    off: BTreeSet<Date>,
    exchanged: BTreeMap<Date, Weekday>,
    /// Years whose days off are announced.
    announced: BTreeSet<i32>,
}

impl Table {
    /// Works everything out. The data has been validated.
    pub(crate) fn new(data: &CalendarData) -> Result<Self, CalendarError> {
        let first = years_named(data).min().unwrap_or(WITHOUT_YEARS.0) - YEARS_BEFORE;
        let last = years_named(data).max().unwrap_or(WITHOUT_YEARS.1) + YEARS_AFTER;
        let (from, to) = (new_year(first)?, new_year(last + 1)? - Duration::DAY);
        let week = data.sessions.clone().map(|day| day.into_iter().map(Hours::from).collect());
        let mut table = Self {
            from,
            to,
            days: Vec::new(),
            working: Vec::new(),
            week,
            milestones: Milestones { span: 1, working: Vec::new() },
        };
        let marks = Marks::of(data);
        for date in days(from, to) {
            table.push_day();
            table.push_working_day(date, &marks, data);
        }
        table.push_day();
        table.mark_provisional(&marks);
        table.set_milestones();
        Ok(table)
    }

    fn push_day(&mut self) {
        self.days.push(Day { working_before: row(self.working.len()), next_provisional: u32::MAX });
    }

    /// Adds the day pushed last to the working days, if it is one.
    fn push_working_day(&mut self, date: Date, marks: &Marks, data: &CalendarData) {
        let Some(weekday) = marks.worked_as(date) else { return };
        let Some(last) = data.sessions_of(weekday).last() else { return };
        let worked_before = self.working.last().map_or(0, |day| self.worked_through(day));
        let closes = date.with_time(last.closes).assume_offset(data.utc_offset);
        self.working.push(WorkingDay { day: row(self.days.len() - 1), weekday, worked_before, closes });
    }

    fn set_milestones(&mut self) {
        let Some(last) = self.working.last() else { return };
        let span = last.worked_before / i64::from(last.day).max(1) + 1;
        let begins = |milestone| self.working.partition_point(|day| day.worked_before <= milestone * span);
        let working = (0..=self.worked_through(last) / span).map(|at| row(begins(at) - 1)).collect();
        self.milestones = Milestones { span, working };
    }

    /// Goes backwards, so that each day learns of the next provisional one.
    fn mark_provisional(&mut self, marks: &Marks) {
        let mut next = u32::MAX;
        for (day, date) in days(self.from, self.to).enumerate().collect::<Vec<_>>().into_iter().rev() {
            if marks.is_provisional(date.year()) {
                next = row(day);
            }
            self.days[day].next_provisional = next;
        }
    }
}

impl Marks {
    fn of(data: &CalendarData) -> Self {
        let off: BTreeSet<Date> = data.days_off.iter().flat_map(|off| days(off.from, off.to)).collect();
        let announced: BTreeSet<i32> = off.iter().map(|date| date.year()).collect();
        let listed = data.provisional.iter().copied().collect();
        Self {
            announced: &announced - &listed,
            exchanged: data.days_worked.iter().map(|day| (day.on, day.as_weekday)).collect(),
            off,
        }
    }

    /// The weekday whose sessions a date has; none on a day off.
    fn worked_as(&self, date: Date) -> Option<Weekday> {
        let usual = (!self.off.contains(&date)).then(|| date.weekday());
        self.exchanged.get(&date).copied().or(usual)
    }

    fn is_provisional(&self, year: i32) -> bool {
        !self.announced.contains(&year)
    }
}

fn new_year(year: i32) -> Result<Date, CalendarError> {
    Date::from_calendar_date(year, Month::January, 1).map_err(|_| CalendarError::Year { year })
}

/// An index as a row stores it. The years a calendar may name keep it far below the limit.
fn row(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
