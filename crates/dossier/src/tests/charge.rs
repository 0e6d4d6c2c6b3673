//! Whose the time was.

use super::life::{FRIDAY, Life, clerk, officer, withdrawal};
use super::sample::{Sample, days};
use crate::charges;
use time::OffsetDateTime;
use time::macros::datetime;

/// The working minutes charged until a moment, step by step.
fn used(life: &Life, now: OffsetDateTime) -> Vec<i64> {
    let facts = life.sample.facts(&officer(), now);
    charges(&life.state, &facts).iter().map(|charge| charge.used_minutes).collect()
}

#[test]
fn what_lies_open_is_charged_until_now_and_an_ended_dossier_takes_nobodys_time() {
    let life = Life::accepted(Sample::due_in(&days(2)));
    assert_eq!(used(&life, FRIDAY), [0]);
    assert_eq!(used(&life, datetime!(2026-11-20 09:15 +7)), [60]);
    let withdrawn = life.then(&clerk(), datetime!(2026-11-20 09:15 +7), withdrawal());
    assert!(used(&withdrawn, datetime!(2026-11-23 09:15 +7)).is_empty());
}
