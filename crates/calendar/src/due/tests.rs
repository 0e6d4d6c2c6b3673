use time::OffsetDateTime;
use time::macros::datetime;

use super::*;
use crate::sample::{calendar, calendar_with_saturday, time};

/// Checks the whole answer against a moment written in the calendar's offset.
fn is_due(accepted: OffsetDateTime, amount: u32, unit: Unit, due: OffsetDateTime) {
    let given = calendar().due(accepted, time(amount, unit)).expect("covered");
    assert_eq!(given.at, due, "{amount} {unit:?} from {accepted}");
    assert_eq!(given.at.offset(), due.offset());
    assert_eq!(given.precision, unit.precision());
}

#[test]
fn the_day_of_acceptance_is_not_counted() {
    is_due(datetime!(2026-11-16 07:30 +7), 1, Unit::WorkingDays, datetime!(2026-11-17 17:30 +7));
    is_due(datetime!(2026-11-16 00:00 +7), 1, Unit::CalendarDays, datetime!(2026-11-17 17:30 +7));
    is_due(datetime!(2026-11-16 23:59 +7), 1, Unit::WorkingDays, datetime!(2026-11-17 17:30 +7));
}

#[test]
fn days_off_and_weekends_are_not_working_days() {
    is_due(datetime!(2026-11-20 09:00 +7), 2, Unit::WorkingDays, datetime!(2026-11-25 17:30 +7));
    is_due(datetime!(2026-02-13 09:00 +7), 5, Unit::WorkingDays, datetime!(2026-02-27 17:30 +7));
    is_due(datetime!(2026-04-24 09:00 +7), 1, Unit::WorkingDays, datetime!(2026-04-28 17:30 +7));
    is_due(datetime!(2025-01-24 09:00 +7), 1, Unit::WorkingDays, datetime!(2025-02-03 17:30 +7));
}

#[test]
fn a_saturday_worked_in_exchange_is_a_working_day_with_the_sessions_of_the_day_it_replaces() {
    is_due(datetime!(2026-08-21 09:00 +7), 1, Unit::WorkingDays, datetime!(2026-08-22 17:30 +7));
    is_due(datetime!(2026-08-20 09:00 +7), 7, Unit::WorkingDays, datetime!(2026-08-28 17:30 +7));
    is_due(datetime!(2024-04-26 09:00 +7), 3, Unit::WorkingDays, datetime!(2024-05-04 17:30 +7));
    is_due(datetime!(2026-08-21 17:00 +7), 2, Unit::WorkingHours, datetime!(2026-08-22 09:00 +7));
}

#[test]
fn acceptance_on_a_day_off_counts_from_the_next_working_day() {
    is_due(datetime!(2026-11-21 09:00 +7), 1, Unit::WorkingDays, datetime!(2026-11-23 17:30 +7));
    is_due(datetime!(2026-11-24 09:00 +7), 1, Unit::WorkingDays, datetime!(2026-11-25 17:30 +7));
}

#[test]
fn the_day_is_the_one_in_viet_nam_whatever_offset_the_moment_is_given_in() {
    is_due(datetime!(2026-11-16 17:30 UTC), 1, Unit::WorkingDays, datetime!(2026-11-18 17:30 +7));
    is_due(datetime!(2026-11-16 02:00 UTC), 1, Unit::WorkingHours, datetime!(2026-11-16 10:00 +7));
}

#[test]
fn working_hours_run_inside_sessions_only() {
    is_due(datetime!(2026-11-16 10:30 +7), 2, Unit::WorkingHours, datetime!(2026-11-16 14:30 +7));
    is_due(datetime!(2026-11-20 16:30 +7), 8, Unit::WorkingHours, datetime!(2026-11-23 16:30 +7));
    is_due(datetime!(2026-11-16 08:00:30 +7), 1, Unit::WorkingHours, datetime!(2026-11-16 09:00:30 +7));
}

#[test]
fn working_hours_run_from_the_next_opening_if_the_counter_is_closed() {
    for closed in
        [datetime!(2026-11-14 10:00 +7), datetime!(2026-11-13 17:30 +7), datetime!(2026-11-16 05:00 +7)]
    {
        is_due(closed, 1, Unit::WorkingHours, datetime!(2026-11-16 08:30 +7));
    }
    is_due(datetime!(2026-11-16 12:00 +7), 1, Unit::WorkingHours, datetime!(2026-11-16 14:30 +7));
}

#[test]
fn working_hours_that_end_with_a_session_end_at_its_closing() {
    is_due(datetime!(2026-11-16 07:30 +7), 4, Unit::WorkingHours, datetime!(2026-11-16 11:30 +7));
    is_due(datetime!(2026-11-16 07:30 +7), 8, Unit::WorkingHours, datetime!(2026-11-16 17:30 +7));
}

#[test]
fn a_last_calendar_day_that_is_off_moves_to_the_next_working_day() {
    is_due(datetime!(2026-11-04 09:00 +7), 20, Unit::CalendarDays, datetime!(2026-11-25 17:30 +7));
    is_due(datetime!(2026-11-03 09:00 +7), 20, Unit::CalendarDays, datetime!(2026-11-23 17:30 +7));
    is_due(datetime!(2026-02-12 09:00 +7), 5, Unit::CalendarDays, datetime!(2026-02-23 17:30 +7));
    is_due(datetime!(2025-04-29 09:00 +7), 3, Unit::CalendarDays, datetime!(2025-05-05 17:30 +7));
}

#[test]
fn a_month_ends_on_the_day_of_the_same_number_or_on_its_last() {
    is_due(datetime!(2026-01-30 09:00 +7), 1, Unit::Months, datetime!(2026-03-02 17:30 +7));
    is_due(datetime!(2024-01-31 09:00 +7), 1, Unit::Months, datetime!(2024-02-29 17:30 +7));
    is_due(datetime!(2026-03-31 09:00 +7), 3, Unit::Months, datetime!(2026-06-30 17:30 +7));
    is_due(datetime!(2025-11-17 09:00 +7), 12, Unit::Months, datetime!(2026-11-17 17:30 +7));
    is_due(datetime!(2025-12-15 09:00 +7), 1, Unit::Months, datetime!(2026-01-15 17:30 +7));
}

#[test]
fn same_day_is_due_at_closing_and_after_15_hours_on_the_next_working_day() {
    is_due(datetime!(2026-11-20 15:00 +7), 1, Unit::SameDay, datetime!(2026-11-20 17:30 +7));
    is_due(datetime!(2026-11-20 15:00:00.000000001 +7), 1, Unit::SameDay, datetime!(2026-11-23 17:30 +7));
    is_due(datetime!(2026-11-23 16:00 +7), 0, Unit::SameDay, datetime!(2026-11-25 17:30 +7));
    is_due(datetime!(2026-11-22 09:00 +7), 1, Unit::SameDay, datetime!(2026-11-23 17:30 +7));
    is_due(datetime!(2026-11-22 16:00 +7), 1, Unit::SameDay, datetime!(2026-11-23 17:30 +7));
    is_due(datetime!(2026-11-20 05:00 +7), 1, Unit::SameDay, datetime!(2026-11-20 17:30 +7));
}

#[test]
fn a_saturday_morning_is_a_working_day_that_closes_at_noon() {
    let due = |accepted, amount, unit| {
        calendar_with_saturday().due(accepted, time(amount, unit)).expect("covered").at
    };
    let (saturday, monday) = (datetime!(2026-11-21 11:30 +7), datetime!(2026-11-23 17:30 +7));
    assert_eq!(due(datetime!(2026-11-20 09:00 +7), 1, Unit::WorkingDays), saturday);
    assert_eq!(due(datetime!(2026-11-19 09:00 +7), 2, Unit::CalendarDays), saturday);
    assert_eq!(due(datetime!(2026-11-21 11:30 +7), 1, Unit::SameDay), saturday);
    assert_eq!(due(datetime!(2026-11-21 11:31 +7), 1, Unit::SameDay), monday);
    assert_eq!(due(datetime!(2026-11-20 15:01 +7), 1, Unit::SameDay), saturday);
    assert_eq!(due(datetime!(2026-08-21 09:00 +7), 1, Unit::WorkingDays), datetime!(2026-08-22 17:30 +7));
}

#[test]
fn a_date_that_meets_a_year_not_announced_is_provisional() {
    let due = |accepted, amount, unit| calendar().due(accepted, time(amount, unit)).expect("covered");
    let december = datetime!(2026-12-30 09:00 +7);
    assert!(!due(december, 1, Unit::WorkingDays).provisional);
    assert!(due(december, 2, Unit::WorkingDays).provisional);
    assert!(!due(december, 14, Unit::WorkingHours).provisional);
    assert!(due(december, 15, Unit::WorkingHours).provisional);
    assert!(due(december, 1, Unit::Months).provisional);
    // Counted through the last days of 2023, of which nothing is known, into 2024.
    assert!(due(datetime!(2023-12-28 09:00 +7), 3, Unit::WorkingDays).provisional);
    assert!(!due(datetime!(2023-12-31 09:00 +7), 1, Unit::WorkingDays).provisional);
    assert!(!due(datetime!(2023-12-28 09:00 +7), 10, Unit::CalendarDays).provisional);
}

#[test]
fn what_lies_outside_the_covered_years_is_refused_by_name_and_never_panics() {
    let calendar = calendar();
    let edges = [
        datetime!(-9999-01-01 00:00 +23:59),
        datetime!(0000-01-01 00:00 UTC),
        datetime!(2021-12-31 23:59 +7),
        datetime!(2040-01-01 00:00 +7),
        datetime!(9999-12-31 23:59 -23:59),
    ];
    let units = [Unit::WorkingDays, Unit::WorkingHours, Unit::CalendarDays, Unit::Months, Unit::SameDay];
    for (accepted, unit) in edges.iter().flat_map(|edge| units.map(|unit| (*edge, unit))) {
        let refused = calendar.due(accepted, time(unit.largest_amount(), unit)).expect_err("not covered");
        assert!(refused.to_string().contains("2022-01-01 to 2039-12-31"), "{accepted} {unit:?}: {refused}");
    }
    let last = datetime!(2039-12-30 09:00 +7);
    assert!(calendar.due(last, time(1, Unit::WorkingDays)).is_err(), "30/12/2039 is the last working day");
    assert!(calendar.due(last, time(8, Unit::WorkingHours)).is_err());
    assert!(calendar.due(last, time(1, Unit::WorkingHours)).is_ok());
}

#[test]
fn an_appointment_set_by_people_keeps_the_units_precision_and_says_if_provisional() {
    let set = calendar().appointment(datetime!(2027-03-01 01:00 UTC), Unit::WorkingHours).expect("covered");
    let at = datetime!(2027-03-01 08:00 +7);
    assert_eq!(set, Appointment { at, precision: Precision::Moment, provisional: true });
}
