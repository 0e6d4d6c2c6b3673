//! Moments that come in, told in UTC once, where they come in.

use serde::{Deserializer, de::Error};
use time::{OffsetDateTime, UtcOffset};

/// Reads a moment (RFC 3339), if there is one.
///
/// # Errors
/// One that is none, or that UTC can't tell: the last hours of the year 9999, far west.
pub fn in_utc<'de, D: Deserializer<'de>>(input: D) -> Result<Option<OffsetDateTime>, D::Error> {
    let moment = time::serde::rfc3339::option::deserialize(input)?;
    let in_utc = |moment: OffsetDateTime| {
        let told = moment.checked_to_offset(UtcOffset::UTC);
        told.ok_or_else(|| D::Error::custom("out of range: until the end of the year 9999"))
    };
    moment.map(in_utc).transpose()
}
