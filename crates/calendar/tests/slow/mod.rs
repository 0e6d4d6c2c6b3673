//! The rules of counting time written down a second time, one day after another, sharing nothing with the crate
//! but the data. Slow and plain on purpose.

use calendar::{CalendarData, ProcessingTime, Session, Unit};
use time::macros::time;
use time::{Date, Duration, Month, OffsetDateTime};

/// When a result is due.
pub(crate) fn due(data: &CalendarData, accepted: OffsetDateTime, time: ProcessingTime) -> OffsetDateTime {
    let accepted = accepted.to_offset(data.utc_offset);
    match time.unit() {
        Unit::WorkingDays => working_days(data, accepted.date(), time.amount()),
        Unit::WorkingHours => working_hours(data, accepted, time.amount()),
        Unit::CalendarDays => on_or_after(data, accepted.date() + Duration::days(i64::from(time.amount()))),
        Unit::Months => on_or_after(data, months(accepted.date(), time.amount())),
        Unit::SameDay => same_day(data, accepted),
    }
}

/// Seconds inside sessions between two moments, negative backwards.
pub(crate) fn working_seconds(data: &CalendarData, from: OffsetDateTime, to: OffsetDateTime) -> i64 {
    if to < from {
        return -working_seconds(data, to, from);
    }
    let (from, to) = (from.to_offset(data.utc_offset), to.to_offset(data.utc_offset));
    let mut seconds = 0;
    let mut date = from.date();
    while date <= to.date() {
        for session in sessions(data, date) {
            let opens = date.with_time(session.opens).assume_offset(data.utc_offset).max(from);
            let closes = date.with_time(session.closes).assume_offset(data.utc_offset).min(to);
            seconds += (closes - opens).whole_seconds().max(0);
        }
        date = tomorrow(date);
    }
    seconds
}

/// Whether a moment lies in a session.
pub(crate) fn is_open(data: &CalendarData, moment: OffsetDateTime) -> bool {
    let local = moment.to_offset(data.utc_offset);
    let (date, clock) = (local.date(), local.time());
    sessions(data, date).iter().any(|session| session.opens <= clock && clock <= session.closes)
}

fn working_days(data: &CalendarData, accepted: Date, amount: u32) -> OffsetDateTime {
    let (mut date, mut left) = (accepted, amount);
    while left > 0 {
        date = tomorrow(date);
        if !sessions(data, date).is_empty() {
            left -= 1;
        }
    }
    on_or_after(data, date)
}

fn working_hours(data: &CalendarData, accepted: OffsetDateTime, amount: u32) -> OffsetDateTime {
    let mut left = Duration::hours(i64::from(amount));
    let mut date = accepted.date();
    loop {
        for session in sessions(data, date) {
            let begin = date.with_time(session.opens).assume_offset(data.utc_offset).max(accepted);
            let end = date.with_time(session.closes).assume_offset(data.utc_offset);
            if begin < end && left <= end - begin {
                return begin + left;
            }
            left -= (end - begin).max(Duration::ZERO);
        }
        date = tomorrow(date);
    }
}

fn same_day(data: &CalendarData, accepted: OffsetDateTime) -> OffsetDateTime {
    let today = on_or_after(data, accepted.date());
    let is_today = today.date() == accepted.date();
    if is_today && (accepted.time() > time!(15:00) || accepted > today) {
        return on_or_after(data, tomorrow(accepted.date()));
    }
    today
}

fn months(date: Date, amount: u32) -> Date {
    let mut first = date.replace_day(1).expect("every month has a first");
    for _ in 0..amount {
        let year = first.year() + i32::from(first.month() == Month::December);
        first = Date::from_calendar_date(year, first.month().next(), 1).expect("a first of a month");
    }
    (1..=date.day()).rev().find_map(|day| first.replace_day(day).ok()).expect("every month has a first")
}

/// The closing of a day, or of the first one after it that has sessions.
fn on_or_after(data: &CalendarData, mut date: Date) -> OffsetDateTime {
    loop {
        if let Some(last) = sessions(data, date).last() {
            return date.with_time(last.closes).assume_offset(data.utc_offset);
        }
        date = tomorrow(date);
    }
}

fn sessions(data: &CalendarData, date: Date) -> Vec<Session> {
    let exchanged = data.days_worked.iter().find(|day| day.on == date);
    let is_off = data.days_off.iter().any(|off| off.from <= date && date <= off.to);
    match exchanged {
        Some(day) => data.sessions_of(day.as_weekday).to_vec(),
        None if is_off => Vec::new(),
        None => data.sessions_of(date.weekday()).to_vec(),
    }
}

fn tomorrow(date: Date) -> Date {
    date.next_day().expect("the test stays in this century")
}
