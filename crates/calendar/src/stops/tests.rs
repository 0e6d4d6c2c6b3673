use time::macros::datetime;

use super::*;
use crate::sample::{calendar, time};

/// A Monday.
const ACCEPTED: OffsetDateTime = datetime!(2026-11-02 09:00 +7);

fn due(unit: Unit, amount: u32, stops: &[(OffsetDateTime, OffsetDateTime)]) -> OffsetDateTime {
    let stops: Vec<Stop> = stops.iter().map(|(from, to)| Stop { from: *from, to: *to }).collect();
    calendar().due_after_stops(ACCEPTED, time(amount, unit), &stops).expect("covered").at
}

#[test]
fn without_a_stop_it_is_due_as_ever() {
    for unit in [Unit::WorkingDays, Unit::WorkingHours, Unit::CalendarDays, Unit::Months] {
        let plain = calendar().due(ACCEPTED, time(5, unit)).expect("covered").at;
        assert_eq!(due(unit, 5, &[]), plain);
    }
}

#[test]
fn working_days_go_on_with_what_was_left_at_a_closing() {
    // Five days: Monday 9/11. Two working days and a half later, in the middle of a day: at that day's closing.
    let stop = (datetime!(2026-11-04 08:00 +7), datetime!(2026-11-06 14:00 +7));
    assert_eq!(due(Unit::WorkingDays, 5, &[stop]), datetime!(2026-11-12 17:30 +7));
    let whole = (datetime!(2026-11-04 08:00 +7), datetime!(2026-11-06 08:00 +7));
    assert_eq!(due(Unit::WorkingDays, 5, &[whole]), datetime!(2026-11-11 17:30 +7));
}

#[test]
fn working_hours_go_on_to_the_minute() {
    let stop = (datetime!(2026-11-02 10:00 +7), datetime!(2026-11-02 14:30 +7));
    assert_eq!(due(Unit::WorkingHours, 8, &[]), datetime!(2026-11-03 09:00 +7));
    assert_eq!(due(Unit::WorkingHours, 8, &[stop]), datetime!(2026-11-03 11:30 +7));
}

#[test]
fn calendar_days_go_on_with_the_days_that_were_left() {
    // Ten days: Thursday 12/11. Three days later is Sunday 15/11, so Monday.
    let stop = (datetime!(2026-11-04 08:00 +7), datetime!(2026-11-07 20:00 +7));
    assert_eq!(due(Unit::CalendarDays, 10, &[]), datetime!(2026-11-12 17:30 +7));
    assert_eq!(due(Unit::CalendarDays, 10, &[stop]), datetime!(2026-11-17 17:30 +7));
}

#[test]
fn a_night_or_a_week_end_changes_nothing() {
    let night = (datetime!(2026-11-04 17:30 +7), datetime!(2026-11-05 07:30 +7));
    let week_end = (datetime!(2026-11-06 18:00 +7), datetime!(2026-11-09 06:00 +7));
    for unit in [Unit::WorkingDays, Unit::WorkingHours, Unit::CalendarDays, Unit::Months] {
        assert_eq!(due(unit, 30, &[night, week_end]), due(unit, 30, &[]), "{unit:?}");
    }
}

#[test]
fn the_day_of_acceptance_isnt_counted_so_a_stop_on_it_isnt_either() {
    let same_day = (datetime!(2026-11-02 10:00 +7), datetime!(2026-11-02 16:00 +7));
    assert_eq!(due(Unit::WorkingDays, 5, &[same_day]), due(Unit::WorkingDays, 5, &[]));
    assert_eq!(due(Unit::CalendarDays, 5, &[same_day]), due(Unit::CalendarDays, 5, &[]));
}

#[test]
fn a_time_that_has_run_out_stays_run_out() {
    let late = (datetime!(2026-11-12 08:00 +7), datetime!(2026-11-20 08:00 +7));
    assert_eq!(due(Unit::WorkingDays, 5, &[late]), datetime!(2026-11-09 17:30 +7));
}

#[test]
fn a_stop_into_a_provisional_year_makes_the_date_provisional() {
    let stop = Stop { from: datetime!(2026-11-03 08:00 +7), to: datetime!(2027-01-12 08:00 +7) };
    let five = time(5, Unit::WorkingDays);
    assert!(!calendar().due_after_stops(ACCEPTED, five, &[]).expect("covered").provisional);
    assert!(calendar().due_after_stops(ACCEPTED, five, &[stop]).expect("covered").provisional);
}

#[test]
fn hours_that_a_stop_moves_into_a_provisional_year_are_provisional() {
    let until = |to| {
        let stop = Stop { from: datetime!(2026-12-31 08:00 +7), to };
        let (start, eight) = (datetime!(2026-12-30 16:00 +7), time(8, Unit::WorkingHours));
        calendar().due_after_stops(start, eight, &[stop]).expect("covered")
    };
    let in_time = until(datetime!(2026-12-31 09:00 +7));
    assert_eq!((in_time.at, in_time.provisional), (datetime!(2026-12-31 17:00 +7), false));
    assert!(until(datetime!(2026-12-31 16:00 +7)).provisional);
}

#[test]
fn a_date_counted_through_a_provisional_year_stays_provisional_after_a_stop() {
    // Of the last days of 2023 nothing is known; those of 2024 are.
    let stop = Stop { from: datetime!(2024-01-02 08:00 +7), to: datetime!(2024-01-03 08:00 +7) };
    for unit in [Unit::WorkingDays, Unit::WorkingHours] {
        let amount = if unit == Unit::WorkingDays { 3 } else { 24 };
        let start = datetime!(2023-12-28 09:00 +7);
        let due = calendar().due_after_stops(start, time(amount, unit), &[stop]).expect("covered");
        assert!(due.provisional && due.at > stop.to, "{unit:?}");
    }
}

#[test]
fn an_appointment_that_people_set_moves_by_the_working_time_of_a_stop() {
    let calendar = calendar();
    let set = calendar.appointment(datetime!(2026-11-20 10:10 +7), Unit::WorkingDays).expect("covered");
    let later = |from, to| calendar.later_by(&set, Stop { from, to }).expect("covered").at;
    assert_eq!(
        later(datetime!(2026-11-19 10:00 +7), datetime!(2026-11-19 11:00 +7)),
        datetime!(2026-11-20 11:10 +7)
    );
    assert_eq!(later(datetime!(2026-11-18 18:00 +7), datetime!(2026-11-19 07:00 +7)), set.at);
    assert_eq!(later(datetime!(2026-11-21 10:00 +7), datetime!(2026-11-25 11:00 +7)), set.at);
}

#[test]
fn an_appointment_that_people_set_is_provisional_where_a_stop_moves_it_into_such_a_year() {
    let calendar = calendar();
    let set = calendar.appointment(datetime!(2026-12-31 16:00 +7), Unit::WorkingDays).expect("covered");
    let later = |to| {
        let stop = Stop { from: datetime!(2026-12-30 10:00 +7), to };
        calendar.later_by(&set, stop).expect("covered").provisional
    };
    assert!(!set.provisional);
    assert!(!later(datetime!(2026-12-30 11:00 +7)), "to 17:00 of the same day");
    assert!(later(datetime!(2026-12-30 14:00 +7)), "into January 2027");
}
