//! Days and moments, handed to the templates in parts, as a clock on the wall in Viet Nam shows them.

use serde::{Serialize, Serializer};
use time::macros::offset;
use time::{Date, OffsetDateTime, UtcOffset};

/// Viet Nam's only zone, without summer time.
pub(crate) const ZONE: UtcOffset = offset!(+7);

/// A moment, of whatever offset; letters show it in Viet Nam's zone, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(OffsetDateTime);

/// A day of Viet Nam's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(Date);

impl Moment {
    /// The same moment as a clock in Viet Nam shows it.
    #[must_use]
    pub fn in_viet_nam(self) -> OffsetDateTime {
        self.0.to_offset(ZONE)
    }
}

impl From<OffsetDateTime> for Moment {
    fn from(moment: OffsetDateTime) -> Self {
        Self(moment)
    }
}

impl From<Date> for Day {
    fn from(day: Date) -> Self {
        Self(day)
    }
}

#[derive(Serialize)]
struct Parts {
    day: u8,
    month: u8,
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minute: Option<u8>,
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = self.in_viet_nam();
        let (year, month, day) = shown.to_calendar_date();
        let (hour, minute) = (Some(shown.hour()), Some(shown.minute()));
        Parts { day, month: u8::from(month), year, hour, minute }.serialize(serializer)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (year, month, day) = self.0.to_calendar_date();
        Parts { day, month: u8::from(month), year, hour: None, minute: None }.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Moment};
    use serde_json::json;
    use time::macros::{date, datetime};

    #[test]
    fn a_moment_is_shown_in_viet_nam_whatever_its_offset() {
        let shown =
            serde_json::to_value(Moment::from(datetime!(2026-12-31 18:05 UTC))).expect("plain values");
        assert_eq!(shown, json!({ "day": 1, "month": 1, "year": 2027, "hour": 1, "minute": 5 }));
    }

    #[test]
    fn a_day_has_no_hour() {
        let shown = serde_json::to_value(Day::from(date!(2026 - 11 - 25))).expect("plain values");
        assert_eq!(shown, json!({ "day": 25, "month": 11, "year": 2026 }));
    }
}
