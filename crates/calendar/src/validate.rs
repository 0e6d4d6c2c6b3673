//! Refuses calendar data that contradicts itself, before anything is worked out from it.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use time::{Time, Weekday};

use crate::{CalendarData, CalendarError, Session};

/// Years a calendar may name. They bound the table, whatever a file says.
const YEARS: RangeInclusive<i32> = 1990..=2100;

/// Checks everything that makes a calendar usable.
pub(crate) fn validate(data: &CalendarData) -> Result<(), CalendarError> {
    if !(1..=24 * 60).contains(&data.minutes_per_day) {
        return Err(CalendarError::MinutesPerDay { minutes: data.minutes_per_day });
    }
    if data.utc_offset.seconds_past_minute() != 0 {
        return Err(CalendarError::OffsetSeconds);
    }
    sessions(data)?;
    years(data)?;
    days_off(data)?;
    days_worked(data)
}

/// Every year that the data names, in no order, with repetitions.
pub(crate) fn years_named(data: &CalendarData) -> impl Iterator<Item = i32> {
    let off = data.days_off.iter().flat_map(|days| [days.from.year(), days.to.year()]);
    let worked = data.days_worked.iter().map(|day| day.on.year());
    off.chain(worked).chain(data.provisional.iter().copied())
}

fn sessions(data: &CalendarData) -> Result<(), CalendarError> {
    if data.sessions.iter().all(Vec::is_empty) {
        return Err(CalendarError::NoSession);
    }
    let mut weekday = Weekday::Monday;
    for sessions in &data.sessions {
        sessions.iter().try_for_each(|session| one_session(weekday, *session))?;
        in_order(weekday, sessions)?;
        weekday = weekday.next();
    }
    Ok(())
}

fn one_session(weekday: Weekday, session: Session) -> Result<(), CalendarError> {
    let whole = |time: Time| time.second() == 0 && time.nanosecond() == 0;
    if !whole(session.opens) || !whole(session.closes) {
        return Err(CalendarError::SessionSeconds { weekday, session });
    }
    if session.closes <= session.opens {
        return Err(CalendarError::SessionBackwards { weekday, session });
    }
    Ok(())
}

fn in_order(weekday: Weekday, sessions: &[Session]) -> Result<(), CalendarError> {
    let wrong = sessions.windows(2).find(|pair| pair[1].opens < pair[0].closes);
    wrong.map_or(Ok(()), |pair| {
        Err(CalendarError::SessionsOverlap { weekday, first: pair[0], second: pair[1] })
    })
}

fn years(data: &CalendarData) -> Result<(), CalendarError> {
    let strange = years_named(data).find(|year| !YEARS.contains(year));
    strange.map_or(Ok(()), |year| Err(CalendarError::Year { year }))
}

fn days_off(data: &CalendarData) -> Result<(), CalendarError> {
    let backwards = data.days_off.iter().find(|days| days.to < days.from);
    backwards.map_or(Ok(()), |days| {
        let (name, from, to) = (days.name.clone(), days.from, days.to);
        Err(CalendarError::DaysOffBackwards { name, from, to })
    })
}

fn days_worked(data: &CalendarData) -> Result<(), CalendarError> {
    let mut seen = BTreeSet::new();
    for day in &data.days_worked {
        let (on, name) = (day.on, day.name.clone());
        if !seen.insert(on) {
            return Err(CalendarError::WorkedTwice { on, name });
        }
        if data.sessions_of(day.as_weekday).is_empty() {
            return Err(CalendarError::WorkedWithoutSession { on, as_weekday: day.as_weekday, name });
        }
        if let Some(off) = data.days_off.iter().find(|off| (off.from..=off.to).contains(&on)) {
            return Err(CalendarError::OffAndWorked { on, off: off.name.clone(), worked: name });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
