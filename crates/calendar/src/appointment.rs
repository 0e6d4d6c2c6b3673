//! When a result is due.

use serde::{Deserialize, Serialize};
use time::macros::time;
use time::{OffsetDateTime, Time};

/// The moment at which a result is due, and how strictly it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// The moment, in the calendar's offset.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Whether the whole day or the very moment decides about lateness.
    pub precision: Precision,
    /// Whether a day that mattered to the count lies in a year whose days off aren't announced yet.
    pub provisional: bool,
}

impl Appointment {
    /// The last moment, to the microsecond, at which it isn't missed: the end of its day, or, counted in hours, its
    /// own moment. For storing beside it; [`crate::Calendar::missed`] decides. `at` must be in the calendar's offset.
    #[must_use]
    pub fn missed_after(&self) -> OffsetDateTime {
        match self.precision {
            Precision::Moment => self.at,
            Precision::Day => self.at.replace_time(LAST_OF_THE_DAY),
        }
    }
}

const LAST_OF_THE_DAY: Time = time!(23:59:59.999_999);

/// What has to be over before an appointment is missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The day: the time was counted in days or months, or is the same day.
    Day,
    /// The moment: the time was counted in hours.
    Moment,
}
