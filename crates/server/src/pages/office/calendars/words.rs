//! A calendar in words: a line for each thing that it says.

use calendar::{CalendarData, DayWorked, DaysOff};
use time::{Date, UtcOffset, Weekday};

/// The week, in order.
pub(super) const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Thứ Hai"),
    (Weekday::Tuesday, "Thứ Ba"),
    (Weekday::Wednesday, "Thứ Tư"),
    (Weekday::Thursday, "Thứ Năm"),
    (Weekday::Friday, "Thứ Sáu"),
    (Weekday::Saturday, "Thứ Bảy"),
    (Weekday::Sunday, "Chủ nhật"),
];

/// A date, as it is read.
pub(super) fn date(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), u8::from(date.month()), date.year())
}

/// A zone, as it is written in a calendar's file.
pub(super) fn zone(offset: UtcOffset) -> String {
    let (hours, minutes, _) = offset.as_hms();
    format!("{hours:+03}:{:02}", minutes.abs())
}

/// The sessions of a weekday.
pub(super) fn sessions(data: &CalendarData, weekday: Weekday) -> String {
    let sessions = data.sessions_of(weekday).iter().map(ToString::to_string).collect::<Vec<_>>();
    if sessions.is_empty() { "nghỉ".to_owned() } else { sessions.join(", ") }
}

/// Days off.
pub(super) fn off(off: &DaysOff) -> String {
    if off.from == off.to {
        format!("{}: {}", date(off.from), off.name)
    } else {
        format!("{} đến {}: {}", date(off.from), date(off.to), off.name)
    }
}

/// A day worked in exchange.
pub(super) fn worked(day: &DayWorked) -> String {
    let instead = WEEK.iter().find(|(weekday, _)| *weekday == day.as_weekday).map_or("", |(_, name)| *name);
    format!("{} (như {instead}): {}", date(day.on), day.name)
}

/// The years whose days off it has, each once.
pub(super) fn years(data: &CalendarData) -> Vec<i32> {
    let mut years: Vec<i32> = data.days_off.iter().flat_map(|off| [off.from.year(), off.to.year()]).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Years, as they are read.
pub(super) fn listed(years: &[i32]) -> String {
    years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
