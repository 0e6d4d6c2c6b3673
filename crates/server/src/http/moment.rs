//! Moments that come in, told in UTC once, where they come in.

use serde::{Deserialize, Deserializer, de::Error};
use time::{OffsetDateTime, UtcOffset};

/// Reads a moment (RFC 3339), if there is one.
///
/// # Errors
/// One that is none, or that UTC can't tell: the last hours of the year 9999, far west.
pub fn in_utc_if_any<'de, D: Deserializer<'de>>(input: D) -> Result<Option<OffsetDateTime>, D::Error> {
    Option::<Moment>::deserialize(input).map(|moment| moment.map(|Moment(moment)| moment))
}

/// Reads a moment (RFC 3339).
///
/// # Errors
/// As [`in_utc_if_any`].
pub fn in_utc<'de, D: Deserializer<'de>>(input: D) -> Result<OffsetDateTime, D::Error> {
    let moment = time::serde::rfc3339::deserialize(input)?;
    let told = moment.checked_to_offset(UtcOffset::UTC);
    told.ok_or_else(|| D::Error::custom("out of range: until the end of the year 9999"))
}

#[derive(Deserialize)]
struct Moment(#[serde(deserialize_with = "in_utc")] OffsetDateTime);
