//! Somebody raises something.

use calendar::{Calendar, CalendarError, ProcessingTime, Unit};
use std::num::NonZeroU16;
use time::OffsetDateTime;

/// By when what is raised `now` is to be answered (3.a¶2): the closing of the agency's `days`-th working day after this one.
///
/// # Errors
/// More days than a calendar counts, or beyond its end.
pub fn due(
    calendar: &Calendar,
    days: NonZeroU16,
    now: OffsetDateTime,
) -> Result<OffsetDateTime, CalendarError> {
    let time = ProcessingTime::new(days.get().into(), Unit::WorkingDays)?;
    Ok(calendar.due(now, time)?.at)
}
