//! A calendar as an administrator writes it: plain data, nothing worked out yet.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::macros::format_description;
use time::{Date, Time, UtcOffset, Weekday};

use crate::CalendarError;
use crate::formats;

/// One agency's working calendar, in one version of it.
///
/// Its JSON has the keys of the calendar file, dates as `2026-01-31`, sessions as `07:30-11:30`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarData {
    /// Short name, such as `khanh-hoa`.
    pub code: String,
    /// Name shown to people.
    pub name: String,
    /// Counts the changes of this calendar, from 1. An appointment's explanation names it.
    pub version: u32,
    /// The calendar's zone, all year round (Viet Nam: +07:00, no summer time). Whole minutes.
    #[serde(with = "formats::utc_offset")]
    pub utc_offset: UtcOffset,
    /// The nominal working day in minutes, from which a third is taken.
    pub minutes_per_day: u32,
    /// Working sessions of each weekday, Monday first, in order of the clock. None: a day of rest.
    #[serde(with = "formats::weekly")]
    pub sessions: [Vec<Session>; 7],
    /// Public holidays and days off in exchange.
    pub days_off: Vec<DaysOff>,
    /// Days worked in exchange.
    pub days_worked: Vec<DayWorked>,
    /// Years whose days off are not announced yet: every date in them is shown as provisional.
    pub provisional: Vec<i32>,
}

impl CalendarData {
    /// The sessions of a weekday.
    #[must_use]
    pub fn sessions_of(&self, weekday: Weekday) -> &[Session] {
        &self.sessions[usize::from(weekday.number_days_from_monday())]
    }
}

/// A stretch of the day in which the office works. Both of its ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Opening time, a whole minute of the calendar's zone.
    pub opens: Time,
    /// Closing time, a whole minute of the calendar's zone.
    pub closes: Time,
}

/// Days without work in a row, from the first to the last, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaysOff {
    /// First day off.
    #[serde(with = "formats::iso_date")]
    pub from: Date,
    /// Last day off.
    #[serde(with = "formats::iso_date")]
    pub to: Date,
    /// What the day is, in Vietnamese, such as "Quốc khánh".
    pub name: String,
}

/// A day worked in exchange for another, with the sessions of the weekday it stands in for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayWorked {
    /// The day that is worked.
    #[serde(with = "formats::iso_date")]
    pub on: Date,
    /// The weekday whose sessions it has.
    #[serde(rename = "as", with = "formats::weekday")]
    pub as_weekday: Weekday,
    /// What it makes up for, in Vietnamese.
    pub name: String,
}

impl FromStr for Session {
    type Err = CalendarError;

    /// Reads `07:30-11:30`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let clock = |part: &str| Time::parse(part.trim(), format_description!("[hour]:[minute]")).ok();
        let ends = text.split_once('-').and_then(|(opens, closes)| Some((clock(opens)?, clock(closes)?)));
        let (opens, closes) = ends.ok_or_else(|| CalendarError::SessionText { text: text.to_owned() })?;
        Ok(Self { opens, closes })
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (opens, closes) = (self.opens, self.closes);
        write!(f, "{:02}:{:02}-", opens.hour(), opens.minute())?;
        write!(f, "{:02}:{:02}", closes.hour(), closes.minute())
    }
}

impl Serialize for Session {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Session {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests;

/// Which calendar a date was counted by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarUsed {
    /// Its code.
    pub code: String,
    /// Its version.
    pub version: u32,
}
