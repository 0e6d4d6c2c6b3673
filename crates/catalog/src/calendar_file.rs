//! Reads an agency's calendar from its TOML file.
//!
//! A file may take the days of another that stands beside it with `extends = "viet-nam"`: its days off, days worked
//! and provisional years join those of that file, while name, offset, hours and nominal day are its own. The file
//! extended stands on its own feet: it extends none in turn.

mod written;

pub use written::text;

use calendar::{CalendarData, DayWorked, DaysOff, Session, formats};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use thiserror::Error;
use time::macros::format_description;
use time::{Date, UtcOffset, Weekday};

/// A calendar file that can't be read: which key, and what to do about it.
#[derive(Debug, Error)]
pub enum CalendarFileError {
    /// Not such a TOML file: syntax, an unknown or missing key, a value that can't be read.
    #[error("{0}")]
    Toml(Box<toml::de::Error>),
    /// The same in the file that is extended.
    #[error("extends: the calendar “{code}” can't be read: {error}")]
    Extended {
        /// Code of the file extended.
        code: String,
        /// What is wrong there.
        error: Box<toml::de::Error>,
    },
    /// Something other than a code stands where one is wanted.
    #[error("extends: “{code}” is no calendar's code; write lower-case letters, digits and hyphens only")]
    Code {
        /// What was written.
        code: String,
    },
    /// The calendar extended isn't there.
    #[error("extends: there is no calendar “{code}”; put {code}.toml beside this file or correct the code")]
    Missing {
        /// Code of the file extended.
        code: String,
    },
    /// The calendar extended extends another.
    #[error("extends: “{code}” extends “{further}” in turn; only a calendar without extends may be extended")]
    TooDeep {
        /// Code of the file extended.
        code: String,
        /// What that one extends.
        further: String,
    },
}

impl CalendarFileError {
    /// What is wrong, in Vietnamese; what the parser says stays as it is.
    pub fn vietnamese(&self) -> String {
        match self {
            Self::Toml(error) => format!("Nội dung TOML chưa đúng: {error}"),
            Self::Extended { code, error } => format!("extends: không đọc được lịch “{code}”: {error}"),
            Self::Code { code } => {
                format!(
                    "extends: “{code}” không phải mã lịch; chỉ dùng chữ thường không dấu, chữ số và dấu gạch"
                )
            }
            Self::Missing { code } => {
                format!("extends: không có lịch “{code}”; hãy sửa mã, hoặc nhận lịch đó trước")
            }
            Self::TooDeep { code, further } => {
                format!(
                    "extends: lịch “{code}” lại lấy ngày từ “{further}”; chỉ lấy được từ một lịch không có extends"
                )
            }
        }
    }
}

/// Reads a calendar file's text, as that version of the calendar. `other` gives the text of another calendar by its
/// code (in a folder: the file `code.toml`), for `extends`; it is only asked for codes of lower-case letters, digits
/// and hyphens. Whether the data makes sense, `Calendar::new` says.
///
/// # Errors
/// [`CalendarFileError`] with the line or key.
pub fn read(
    text: &str,
    version: u32,
    other: &dyn Fn(&str) -> Option<String>,
) -> Result<CalendarData, CalendarFileError> {
    let mut file: CalendarFile = parse(text).map_err(CalendarFileError::Toml)?;
    if let Some(code) = file.extends.take() {
        file.join(extended(code, other)?);
    }
    Ok(file.into_data(version))
}

/// Whether a calendar may be called this: lower-case letters, digits and hyphens.
pub fn is_code(code: &str) -> bool {
    let is_plain = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    !code.is_empty() && code.bytes().all(is_plain)
}

fn extended(code: String, other: &dyn Fn(&str) -> Option<String>) -> Result<CalendarFile, CalendarFileError> {
    if !is_code(&code) {
        return Err(CalendarFileError::Code { code });
    }
    let Some(text) = other(&code) else { return Err(CalendarFileError::Missing { code }) };
    match parse(&text) {
        Ok(CalendarFile { extends: Some(further), .. }) => Err(CalendarFileError::TooDeep { code, further }),
        Ok(file) => Ok(file),
        Err(error) => Err(CalendarFileError::Extended { code, error }),
    }
}

fn parse(text: &str) -> Result<CalendarFile, Box<toml::de::Error>> {
    toml::from_str(text).map_err(Box::new)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    code: String,
    name: String,
    extends: Option<String>,
    #[serde(with = "formats::utc_offset")]
    utc_offset: UtcOffset,
    minutes_per_day: u32,
    #[serde(with = "formats::weekly")]
    sessions: [Vec<Session>; 7],
    #[serde(default)]
    days_off: Vec<OffEntry>,
    #[serde(default)]
    days_worked: Vec<WorkedEntry>,
    #[serde(default)]
    provisional: Vec<YearEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OffEntry {
    #[serde(deserialize_with = "date")]
    from: Date,
    #[serde(deserialize_with = "date")]
    to: Date,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkedEntry {
    #[serde(deserialize_with = "date")]
    on: Date,
    #[serde(rename = "as", with = "formats::weekday")]
    as_weekday: Weekday,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearEntry {
    year: i32,
}

impl CalendarFile {
    /// Takes in the days of the calendar extended, before its own.
    fn join(&mut self, extended: Self) {
        self.days_off.splice(0..0, extended.days_off);
        self.days_worked.splice(0..0, extended.days_worked);
        self.provisional.splice(0..0, extended.provisional);
    }

    fn into_data(self, version: u32) -> CalendarData {
        CalendarData {
            code: self.code,
            name: self.name,
            version,
            utc_offset: self.utc_offset,
            minutes_per_day: self.minutes_per_day,
            sessions: self.sessions,
            days_off: self.days_off.into_iter().map(DaysOff::from).collect(),
            days_worked: self.days_worked.into_iter().map(DayWorked::from).collect(),
            provisional: self.provisional.into_iter().map(|entry| entry.year).collect(),
        }
    }
}

impl From<OffEntry> for DaysOff {
    fn from(entry: OffEntry) -> Self {
        Self { from: entry.from, to: entry.to, name: entry.name }
    }
}

impl From<WorkedEntry> for DayWorked {
    fn from(entry: WorkedEntry) -> Self {
        Self { on: entry.on, as_weekday: entry.as_weekday, name: entry.name }
    }
}

/// Reads a date, written as TOML's own (`2026-01-31`) or in quotes.
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = match toml::Value::deserialize(deserializer)? {
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::String(text) => text,
        other => format!("a value of type {}", other.type_str()),
    };
    Date::parse(&text, format_description!("[year]-[month]-[day]"))
        .map_err(|_| D::Error::custom(format!("{text} is no date: write it as 2026-01-31")))
}

#[cfg(test)]
mod tests;
