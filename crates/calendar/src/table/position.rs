//! Where a moment stands in working time: nanoseconds inside sessions since the first day covered.
//!
//! 64 bits hold 292 years of nanoseconds, more than a calendar can cover.

use time::{OffsetDateTime, Time};

use super::{Hours, Table, WorkingDay};
use crate::{CalendarError, Session};

/// Nanoseconds in a second.
const SECOND: i64 = 1_000_000_000;

impl Table {
    /// The working time up to a moment given in the calendar's offset.
    pub(crate) fn position(&self, moment: OffsetDateTime) -> Result<i64, CalendarError> {
        let day = self.day(moment.date())?;
        let working = self.working_from(day)?;
        let today = if working.day as usize == day { self.worked_until(working, moment.time()) } else { 0 };
        Ok(working.worked_before + today)
    }

    /// The first moment with that much working time up to it, and the working day it lies on.
    pub(crate) fn reached(&self, position: i64) -> Result<(&WorkingDay, OffsetDateTime), CalendarError> {
        let working = self.working_row(self.row_of(position)?)?;
        let mut rest = position - working.worked_before;
        for hours in self.hours(working) {
            if rest <= hours.length() {
                return Ok((working, working.at(hours.opens + rest)));
            }
            rest -= hours.length();
        }
        Err(self.out_of_range())
    }

    /// The last working day with less working time before it, or the very first one.
    fn row_of(&self, position: i64) -> Result<usize, CalendarError> {
        let milestone = usize::try_from(position.saturating_sub(1).max(0) / self.milestones.span).ok();
        let begun = milestone.and_then(|milestone| self.milestones.working.get(milestone));
        let begun = *begun.ok_or_else(|| self.out_of_range())? as usize;
        let further = self.working.iter().skip(begun + 1).take_while(|day| day.worked_before < position);
        Ok(begun + further.count())
    }

    /// The first moment, not before the one given, at which working time runs.
    pub(crate) fn running_from(&self, moment: OffsetDateTime) -> Result<OffsetDateTime, CalendarError> {
        let (day, now) = (self.day(moment.date())?, nanos(moment.time()));
        let today = self.working_on(day);
        let session = today.and_then(|working| self.hours(working).iter().find(|hours| now < hours.closes));
        match (today, session) {
            (Some(working), Some(hours)) => Ok(working.at(now.max(hours.opens))),
            (_, _) => self.opening(self.nth_after(day, 1)?),
        }
    }

    /// The last moment, not after the one given, inside a session or at an end of one.
    pub(crate) fn last_open(&self, moment: OffsetDateTime) -> Result<OffsetDateTime, CalendarError> {
        let (day, now) = (self.day(moment.date())?, nanos(moment.time()));
        let today = self.working_on(day);
        let session = today.and_then(|working| self.hours(working).iter().rfind(|hours| hours.opens <= now));
        match (today, session) {
            (Some(working), Some(hours)) => Ok(working.at(now.min(hours.closes))),
            (_, _) => Ok(self.nth_before(day, 1)?.closes),
        }
    }

    /// Whether a moment lies inside a session, both ends included.
    pub(crate) fn is_open(&self, moment: OffsetDateTime) -> bool {
        let today = self.day(moment.date()).ok().and_then(|day| self.working_on(day));
        let now = nanos(moment.time());
        today.is_some_and(|day| {
            self.hours(day).iter().any(|hours| (hours.opens..=hours.closes).contains(&now))
        })
    }

    /// The working time up to the end of a working day.
    pub(crate) fn worked_through(&self, working: &WorkingDay) -> i64 {
        working.worked_before + self.hours(working).iter().map(Hours::length).sum::<i64>()
    }

    /// The opening of a working day's first session.
    pub(crate) fn opening(&self, working: &WorkingDay) -> Result<OffsetDateTime, CalendarError> {
        let first = self.hours(working).first().ok_or_else(|| self.out_of_range())?;
        Ok(working.at(first.opens))
    }

    fn worked_until(&self, working: &WorkingDay, time: Time) -> i64 {
        let now = nanos(time);
        self.hours(working).iter().map(|hours| now.clamp(hours.opens, hours.closes) - hours.opens).sum()
    }

    fn hours(&self, working: &WorkingDay) -> &[Hours] {
        &self.week[usize::from(working.weekday.number_days_from_monday())]
    }
}

impl WorkingDay {
    /// A time of this day, in nanoseconds since midnight.
    fn at(&self, nanos: i64) -> OffsetDateTime {
        self.closes.replace_time(clock(nanos))
    }
}

impl Hours {
    fn length(&self) -> i64 {
        self.closes - self.opens
    }
}

impl From<Session> for Hours {
    fn from(session: Session) -> Self {
        Self { opens: nanos(session.opens), closes: nanos(session.closes) }
    }
}

/// The time of the day so many nanoseconds after midnight; sessions end before the next one.
fn clock(nanos: i64) -> Time {
    let (seconds, nano) = (nanos / SECOND, nanos % SECOND);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Time::from_hms_nano(hour as u8, minute as u8, second as u8, nano as u32).unwrap_or(Time::MIDNIGHT)
}

fn nanos(time: Time) -> i64 {
    let (hour, minute, second, nano) = time.as_hms_nano();
    let seconds = (i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second);
    seconds * SECOND + i64::from(nano)
}
