//! The hours in which nobody is disturbed.

use time::macros::{offset, time};
use time::{OffsetDateTime, Time, UtcOffset};

/// The hours in which nobody is disturbed, by the clock of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// When they begin; this moment is quiet.
    pub from: Time,
    /// When they end; this moment isn't quiet. Before `from`: on the next day. The same as `from`: there are none.
    pub until: Time,
    /// The place's offset.
    pub offset: UtcOffset,
}

impl Default for QuietHours {
    /// From 21:00 to 07:00 in Viet Nam.
    fn default() -> Self {
        Self { from: time!(21:00), until: time!(07:00), offset: offset!(+7) }
    }
}

impl QuietHours {
    fn hold(&self, at: Time) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&at)
        } else {
            at >= self.from || at < self.until
        }
    }
}

/// The earliest moment, not before `now`, at which something may be sent: `now`, or the end of the quiet hours in their
/// offset. What the law has people told (`legal`) doesn't wait.
pub fn not_before(now: OffsetDateTime, quiet: &QuietHours, legal: bool) -> OffsetDateTime {
    let local = now.to_offset(quiet.offset);
    if legal || !quiet.hold(local.time()) {
        return now;
    }
    let today = local.replace_time(quiet.until);
    if today > local { today } else { today.checked_add(time::Duration::DAY).unwrap_or(now) }
}

#[cfg(test)]
mod tests {
    use super::{QuietHours, not_before};
    use proptest::prelude::*;
    use time::macros::{datetime, offset, time};
    use time::{Duration, OffsetDateTime, Time};

    fn waits(now: OffsetDateTime) -> OffsetDateTime {
        not_before(now, &QuietHours::default(), false)
    }

    #[test]
    fn at_night_it_waits_for_the_morning() {
        let morning = datetime!(2026-11-27 07:00 +7);
        assert_eq!(waits(datetime!(2026-11-26 21:00 +7)), morning);
        assert_eq!(waits(datetime!(2026-11-26 23:59:59 +7)), morning);
        assert_eq!(waits(datetime!(2026-11-27 00:00 +7)), morning);
        assert_eq!(waits(datetime!(2026-11-27 06:59:59.999 +7)), morning);
    }

    #[test]
    fn by_day_it_goes_out_at_once() {
        for now in [datetime!(2026-11-26 07:00 +7), datetime!(2026-11-26 20:59:59.999 +7)] {
            assert_eq!(waits(now), now);
        }
    }

    #[test]
    fn the_night_is_the_places_own_whatever_offset_the_clock_is_read_in() {
        assert_eq!(waits(datetime!(2026-11-26 14:30 UTC)), datetime!(2026-11-27 07:00 +7));
        assert_eq!(waits(datetime!(2026-11-26 03:00 UTC)), datetime!(2026-11-26 03:00 UTC));
    }

    #[test]
    fn what_the_law_has_people_told_never_waits() {
        let night = datetime!(2026-11-26 23:00 +7);
        assert_eq!(not_before(night, &QuietHours::default(), true), night);
    }

    #[test]
    fn hours_within_a_day_end_on_that_day() {
        let noon = QuietHours { from: time!(11:30), until: time!(13:30), offset: offset!(+7) };
        assert_eq!(not_before(datetime!(2026-11-26 12:00 +7), &noon, false), datetime!(2026-11-26 13:30 +7));
    }

    #[test]
    fn hours_that_end_as_they_begin_are_none() {
        let none = QuietHours { from: time!(21:00), until: time!(21:00), offset: offset!(+7) };
        let now = datetime!(2026-11-26 21:00 +7);
        assert_eq!(not_before(now, &none, false), now);
    }

    fn times() -> impl Strategy<Value = Time> {
        (0u8..24, 0u8..60).prop_map(|(hour, minute)| Time::from_hms(hour, minute, 0).expect("a time"))
    }

    proptest! {
        #[test]
        fn nothing_waits_a_day_nor_goes_out_in_quiet_hours(from in times(), until in times(), seconds in 0i64..200_000) {
            let quiet = QuietHours { from, until, offset: offset!(+7) };
            let now = datetime!(2026-11-26 00:00 UTC) + Duration::seconds(seconds);
            let at = not_before(now, &quiet, false);
            prop_assert!(at >= now && at - now <= Duration::DAY);
            prop_assert!(!quiet.hold(at.to_offset(quiet.offset).time()));
        }
    }
}
