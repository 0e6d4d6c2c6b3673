use time::macros::datetime;

use super::*;
use crate::sample::calendar;

fn minutes(from: OffsetDateTime, to: OffsetDateTime) -> i64 {
    calendar().working_minutes(from, to).expect("covered")
}

fn after(from: OffsetDateTime, minutes: i64) -> OffsetDateTime {
    calendar().after_working_minutes(from, minutes).expect("covered")
}

#[test]
fn only_minutes_inside_sessions_count() {
    assert_eq!(minutes(datetime!(2026-11-20 11:00 +7), datetime!(2026-11-20 14:00 +7)), 60);
    assert_eq!(minutes(datetime!(2026-11-20 17:00 +7), datetime!(2026-11-25 08:00 +7)), 30 + 480 + 30);
    assert_eq!(minutes(datetime!(2026-11-21 00:00 +7), datetime!(2026-11-22 23:59 +7)), 0);
    assert_eq!(minutes(datetime!(2026-08-22 00:00 +7), datetime!(2026-08-23 00:00 +7)), 480);
}

#[test]
fn minutes_backwards_are_negative() {
    assert_eq!(minutes(datetime!(2026-11-20 14:00 +7), datetime!(2026-11-20 11:00 +7)), -60);
}

#[test]
fn a_moment_counts_as_its_minute() {
    assert_eq!(minutes(datetime!(2026-11-20 08:00:59 +7), datetime!(2026-11-20 08:01:00 +7)), 1);
    assert_eq!(minutes(datetime!(2026-11-20 08:00:00 +7), datetime!(2026-11-20 08:00:59 +7)), 0);
}

#[test]
fn working_minutes_later_lies_in_a_session_and_keeps_the_seconds() {
    assert_eq!(after(datetime!(2026-11-20 17:00:15 +7), 60), datetime!(2026-11-23 08:00:15 +7));
    assert_eq!(after(datetime!(2026-11-20 11:00 +7), 30), datetime!(2026-11-20 11:30 +7));
}

#[test]
fn no_minutes_later_is_now_or_the_next_opening() {
    assert_eq!(after(datetime!(2026-11-20 08:00 +7), 0), datetime!(2026-11-20 08:00 +7));
    assert_eq!(after(datetime!(2026-11-20 12:00 +7), 0), datetime!(2026-11-20 13:30 +7));
    assert_eq!(after(datetime!(2026-11-20 17:30 +7), 0), datetime!(2026-11-20 17:30 +7));
}

#[test]
fn on_the_first_day_covered_minutes_are_added_as_ever_even_where_it_is_a_short_one() {
    // A Saturday with its morning only.
    let calendar = crate::sample::calendar_with_saturday();
    let later = |minutes| calendar.after_working_minutes(datetime!(2022-01-01 08:00 +7), minutes);
    assert_eq!(later(60), Ok(datetime!(2022-01-01 09:00 +7)));
    assert_eq!(later(240), Ok(datetime!(2022-01-03 08:00 +7)));
}

#[test]
fn counting_begins_now_or_at_the_next_opening() {
    let counting = |moment| calendar().counting_from(moment).expect("covered");
    assert_eq!(counting(datetime!(2026-11-20 08:00 +7)), datetime!(2026-11-20 08:00 +7));
    assert_eq!(counting(datetime!(2026-11-20 11:30 +7)), datetime!(2026-11-20 13:30 +7));
    assert_eq!(counting(datetime!(2026-11-23 17:30 +7)), datetime!(2026-11-25 07:30 +7));
}

#[test]
fn minutes_that_lead_out_of_the_table_are_refused() {
    let from = datetime!(2026-11-20 08:00 +7);
    let later = |minutes| calendar().after_working_minutes(from, minutes);
    assert_eq!(later(-1), Err(CalendarError::NegativeMinutes { minutes: -1 }));
    assert!(matches!(later(i64::MAX), Err(CalendarError::OutOfRange { .. })));
    assert!(matches!(later(100_000_000), Err(CalendarError::OutOfRange { .. })));
}
