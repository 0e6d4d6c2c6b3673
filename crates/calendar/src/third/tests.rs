use time::Duration;
use time::macros::datetime;

use super::*;
use crate::sample::{calendar, time};

const ACCEPTED: OffsetDateTime = datetime!(2026-11-02 09:00 +7);

/// Whether the edge is lawful and a moment later isn't.
fn ends_at(time: ProcessingTime, old: OffsetDateTime, edge: OffsetDateTime) {
    let calendar = calendar();
    let within = |new| calendar.within_third(ACCEPTED, time, old, new).expect("covered");
    assert_eq!(calendar.latest_lawful(ACCEPTED, time, old), Ok(edge));
    assert!(within(edge));
    for later in [Duration::NANOSECOND, Duration::SECOND, Duration::MINUTE, Duration::WEEK] {
        assert!(!within(edge + later), "{later} after {edge}");
    }
}

#[test]
fn a_third_of_ten_working_days_of_480_minutes_is_1600_minutes() {
    let total = calendar().total(ACCEPTED, time(10, Unit::WorkingDays)).expect("covered");
    assert_eq!(total, Total::Working(4800));
    assert_eq!(total.third_in_seconds(), 1600 * 60);
}

#[test]
fn the_total_of_each_unit_is_in_its_own_kind_of_time() {
    let total = |amount, unit| calendar().total(ACCEPTED, time(amount, unit)).expect("covered");
    assert_eq!(total(8, Unit::WorkingHours), Total::Working(480));
    assert_eq!(total(1, Unit::SameDay), Total::Working(480));
    assert_eq!(total(20, Unit::CalendarDays), Total::Elapsed(20 * 1440));
    assert_eq!(total(1, Unit::Months), Total::Elapsed(30 * 1440));
    // To the nominal 31/1/2027, a Sunday, not to the Monday on which the result is due.
    let months = calendar().total(datetime!(2026-12-31 09:00 +7), time(1, Unit::Months));
    assert_eq!(months, Ok(Total::Elapsed(31 * 1440)));
}

#[test]
fn a_new_appointment_adds_at_most_a_third_to_the_minute() {
    let old = datetime!(2026-11-16 17:30 +7);
    ends_at(time(10, Unit::WorkingDays), old, datetime!(2026-11-20 10:10 +7));
    ends_at(time(8, Unit::WorkingHours), datetime!(2026-11-03 09:00 +7), datetime!(2026-11-03 13:40 +7));
}

#[test]
fn a_third_that_is_no_whole_number_of_minutes_ends_on_its_second() {
    let mut data = crate::sample::data();
    data.minutes_per_day = 500;
    let calendar = Calendar::new(data).expect("sound");
    let (time, old) = (time(1, Unit::WorkingDays), datetime!(2026-11-03 17:30 +7));
    let edge = datetime!(2026-11-04 10:16:40 +7);
    assert_eq!(calendar.latest_lawful(ACCEPTED, time, old), Ok(edge));
    assert_eq!(calendar.within_third(ACCEPTED, time, old, edge), Ok(true));
    assert_eq!(calendar.within_third(ACCEPTED, time, old, edge + Duration::NANOSECOND), Ok(false));
    assert_eq!(calendar.added(time, old, edge + Duration::NANOSECOND), Ok(10_001));
}

#[test]
fn a_third_used_up_at_a_closing_reaches_to_the_next_opening() {
    let old = datetime!(2026-11-05 17:30 +7);
    let (time, closing) = (time(3, Unit::WorkingDays), datetime!(2026-11-06 17:30 +7));
    assert_eq!(calendar().within_third(ACCEPTED, time, old, closing), Ok(true));
    ends_at(time, old, datetime!(2026-11-09 07:30 +7));
}

#[test]
fn calendar_units_are_compared_in_elapsed_time() {
    // 20 days: 160 hours. To 09:30 on Monday the 30th.
    ends_at(time(20, Unit::CalendarDays), datetime!(2026-11-23 17:30 +7), datetime!(2026-11-30 09:30 +7));
    // 21 days: a week, to the very closing.
    ends_at(time(21, Unit::CalendarDays), datetime!(2026-11-23 17:30 +7), datetime!(2026-11-30 17:30 +7));
    // 2 days: 16 hours, to the very opening.
    ends_at(time(2, Unit::CalendarDays), datetime!(2026-11-12 15:30 +7), datetime!(2026-11-13 07:30 +7));
    // 10 days: 80 hours, into the night; so the closing before it.
    ends_at(time(10, Unit::CalendarDays), datetime!(2026-11-12 17:30 +7), datetime!(2026-11-13 17:30 +7));
}

#[test]
fn a_third_without_a_session_in_it_leaves_no_lawful_moment() {
    let latest =
        calendar().latest_lawful(ACCEPTED, time(1, Unit::CalendarDays), datetime!(2026-11-03 17:30 +7));
    assert_eq!(latest, Err(CalendarError::NoLawfulMoment));
}

#[test]
fn a_new_appointment_lies_in_a_working_session_after_the_old_one() {
    let (time, old) = (time(10, Unit::WorkingDays), datetime!(2026-11-16 17:30 +7));
    let within = |new| calendar().within_third(ACCEPTED, time, old, new).expect("covered");
    assert!(!within(old), "the old one itself");
    assert!(!within(datetime!(2026-11-16 16:00 +7)), "before the old one");
    assert!(!within(datetime!(2026-11-17 12:00 +7)), "at noon");
    assert!(!within(datetime!(2026-11-17 07:29 +7)), "before opening");
    assert!(within(datetime!(2026-11-17 07:30 +7)), "at opening");
    assert!(within(datetime!(2026-11-17 11:30 +7)), "at closing");
    assert!(within(datetime!(2026-11-17 04:30 UTC)), "in another offset");
}

#[test]
fn a_new_appointment_beyond_the_covered_years_is_not_lawful() {
    let old = datetime!(2026-11-16 17:30 +7);
    for time in [time(10, Unit::WorkingDays), time(10, Unit::CalendarDays)] {
        for new in [datetime!(2040-01-02 09:00 +7), datetime!(9999-12-31 23:00 -12)] {
            assert_eq!(calendar().within_third(ACCEPTED, time, old, new), Ok(false));
        }
    }
}

#[test]
fn a_total_is_stored_with_its_kind() {
    let text = serde_json::to_string(&Total::Working(4800)).expect("plain");
    assert_eq!(text, r#"{"working":4800}"#);
    assert_eq!(serde_json::from_str::<Total>(&text).expect("plain"), Total::Working(4800));
}
