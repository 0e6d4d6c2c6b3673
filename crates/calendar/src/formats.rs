//! How dates, offsets and weekdays are written, for `#[serde(with = "…")]`. Never `time`'s own defaults.

/// An offset, as `+07:00`.
pub use written::utc_offset;

/// A date, as `2026-01-31`.
pub use written::iso_date;

#[expect(missing_docs, reason = "the modules are made by a macro that documents nothing")]
mod written {
    use time::{Date, UtcOffset};

    time::serde::format_description!(pub mod iso_date [Date] = "[year]-[month]-[day]");
    time::serde::format_description!(
        pub mod utc_offset [UtcOffset] = "[offset_hour sign:mandatory]:[offset_minute]"
    );
}

/// A weekday by its key in a calendar file: `mon` to `sun`.
pub mod weekday {
    use serde::{Deserialize, Deserializer, Serializer};
    use time::Weekday;

    const KEYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// The key of a weekday.
    #[must_use]
    pub fn key(weekday: Weekday) -> &'static str {
        KEYS[usize::from(weekday.number_days_from_monday())]
    }

    /// The weekday that a key names, if it names one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Weekday> {
        let days = KEYS.iter().position(|known| *known == key)?;
        Some(Weekday::Monday.nth_next(u8::try_from(days).ok()?))
    }

    /// Writes the key.
    ///
    /// # Errors
    /// Those of the format written to.
    pub fn serialize<S: Serializer>(weekday: &Weekday, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(key(*weekday))
    }

    /// Reads the key.
    ///
    /// # Errors
    /// Those of the format read from, and an unknown key.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Weekday, D::Error> {
        let text = String::deserialize(deserializer)?;
        from_key(&text).ok_or_else(|| {
            serde::de::Error::custom(format!("“{text}” is no weekday: write one of {}", KEYS.join(", ")))
        })
    }
}

/// A week's sessions as a table `mon` to `sun`; a weekday left out, or empty, is a day of rest.
pub mod weekly {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::Session;

    #[derive(Default, Serialize, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Week {
        mon: Vec<Session>,
        tue: Vec<Session>,
        wed: Vec<Session>,
        thu: Vec<Session>,
        fri: Vec<Session>,
        sat: Vec<Session>,
        sun: Vec<Session>,
    }

    /// Writes the table.
    ///
    /// # Errors
    /// Those of the format written to.
    pub fn serialize<S: Serializer>(week: &[Vec<Session>; 7], serializer: S) -> Result<S::Ok, S::Error> {
        let [mon, tue, wed, thu, fri, sat, sun] = week.clone();
        Week { mon, tue, wed, thu, fri, sat, sun }.serialize(serializer)
    }

    /// Reads the table.
    ///
    /// # Errors
    /// Those of the format read from, an unknown weekday, and a session that can't be read.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[Vec<Session>; 7], D::Error> {
        let week = Week::deserialize(deserializer)?;
        Ok([week.mon, week.tue, week.wed, week.thu, week.fri, week.sat, week.sun])
    }
}
