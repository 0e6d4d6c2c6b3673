//! When what couldn't be sent is tried again.

use time::{Duration, OffsetDateTime};

/// How patient one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// The wait after the first attempt.
    pub first: Duration,
    /// No wait is longer; each is twice the one before until then.
    pub longest: Duration,
    /// How long after the first attempt one gives up.
    pub life: Duration,
}

impl Default for Patience {
    /// A minute, then twice as long each time up to an hour, for three days.
    fn default() -> Self {
        Self { first: Duration::MINUTE, longest: Duration::HOUR, life: Duration::days(3) }
    }
}

/// What was tried in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// How many attempts there have been, from 1.
    pub attempts: u32,
    /// When the first one was.
    pub begun: OffsetDateTime,
    /// When the last one failed: now.
    pub now: OffsetDateTime,
    /// How long the other side asked to be left alone, where it did.
    pub retry_after: Option<Duration>,
}

/// When to try again; none: give up, as `begun` lies a whole life back by then. `jitter`, drawn by the caller from 0 to 1
/// exclusive, takes up to half of the wait away, so that what failed together isn't tried together; what the other side
/// asked for is waited for in any case.
pub fn next(tried: &Tried, patience: &Patience, jitter: f64) -> Option<OffsetDateTime> {
    let wait = shortened(wait(tried.attempts, patience), jitter);
    let wait = wait.max(tried.retry_after.unwrap_or(Duration::ZERO));
    let at = tried.now.checked_add(wait)?;
    (at - tried.begun < patience.life).then_some(at)
}

fn wait(attempts: u32, patience: &Patience) -> Duration {
    let doublings = attempts.saturating_sub(1).min(30);
    let grown = patience.first.checked_mul(1 << doublings).unwrap_or(Duration::MAX);
    grown.min(patience.longest)
}

fn shortened(wait: Duration, jitter: f64) -> Duration {
    let kept = if (0.0..1.0).contains(&jitter) { 1.0 - jitter / 2.0 } else { 1.0 };
    wait * kept
}

#[cfg(test)]
mod tests {
    use super::{Patience, Tried, next};
    use proptest::prelude::*;
    use time::macros::datetime;
    use time::{Duration, OffsetDateTime};

    const NOW: OffsetDateTime = datetime!(2026-11-26 08:00 +7);

    fn tried(attempts: u32) -> Tried {
        Tried { attempts, begun: NOW, now: NOW, retry_after: None }
    }

    fn waits(attempts: u32, jitter: f64) -> Duration {
        next(&tried(attempts), &Patience::default(), jitter).expect("there is time") - NOW
    }

    #[test]
    fn each_wait_is_twice_the_one_before_up_to_an_hour() {
        let minutes = [1, 2, 4, 8, 16, 32, 60, 60].map(Duration::minutes);
        for (attempts, wait) in (1..).zip(minutes) {
            assert_eq!(waits(attempts, 0.0), wait, "{attempts}");
        }
        assert_eq!(waits(u32::MAX, 0.0), Duration::HOUR);
    }

    #[test]
    fn what_the_other_side_asks_for_is_waited_for() {
        let asked = Tried { retry_after: Some(Duration::minutes(10)), ..tried(1) };
        assert_eq!(next(&asked, &Patience::default(), 0.9), Some(NOW + Duration::minutes(10)));
        let less = Tried { retry_after: Some(Duration::SECOND), ..tried(1) };
        assert_eq!(next(&less, &Patience::default(), 0.0), Some(NOW + Duration::MINUTE));
    }

    #[test]
    fn after_a_whole_life_one_gives_up() {
        let patience = Patience::default();
        let left = |left| Tried { begun: NOW - patience.life + left, ..tried(20) };
        assert_eq!(next(&left(Duration::hours(1)), &patience, 0.0), None);
        let last = left(Duration::hours(1) + Duration::SECOND);
        assert_eq!(next(&last, &patience, 0.0), Some(NOW + Duration::HOUR));
    }

    #[test]
    fn what_was_drawn_wrongly_takes_nothing_away() {
        for jitter in [-1.0, 1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(waits(1, jitter), Duration::MINUTE);
        }
    }

    proptest! {
        #[test]
        fn a_wait_is_never_shorter_than_half_nor_longer_than_drawn_without(attempts in 1u32..40, jitter in 0.0..1.0) {
            let whole = waits(attempts, 0.0);
            let wait = waits(attempts, jitter);
            prop_assert!(wait * 2 >= whole && wait <= whole);
        }

        #[test]
        fn later_waits_are_no_shorter_whatever_is_drawn_until_the_longest(attempts in 1u32..6, first in 0.0..1.0, second in 0.0..1.0) {
            prop_assert!(waits(attempts, first) <= waits(attempts + 1, second));
        }
    }
}
