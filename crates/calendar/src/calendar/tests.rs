use time::macros::{date, datetime};

use super::*;
use crate::Precision;
use crate::sample::{calendar, data};

fn appointment(precision: Precision) -> Appointment {
    Appointment { at: datetime!(2026-11-20 16:00 +7), precision, provisional: false }
}

#[test]
fn nobody_is_late_on_a_day_that_is_not_over() {
    let day = appointment(Precision::Day);
    assert!(!calendar().missed(&day, datetime!(2026-11-20 17:31 +7)));
    assert!(!calendar().missed(&day, datetime!(2026-11-20 23:59:59.999999999 +7)));
    assert!(!calendar().missed(&day, datetime!(2026-11-20 16:59 UTC)));
    assert!(calendar().missed(&day, datetime!(2026-11-21 00:00 +7)));
    assert!(calendar().missed(&day, datetime!(2026-11-20 17:00 UTC)));
}

#[test]
fn an_appointment_in_hours_is_missed_when_its_moment_has_passed() {
    let moment = appointment(Precision::Moment);
    assert!(!calendar().missed(&moment, datetime!(2026-11-20 16:00 +7)));
    assert!(calendar().missed(&moment, datetime!(2026-11-20 16:00:00.000000001 +7)));
}

#[test]
fn a_day_is_the_calendars_whatever_offset_the_appointment_comes_back_in() {
    let at = datetime!(2026-11-20 00:30 UTC);
    let stored = Appointment { at, precision: Precision::Day, provisional: false };
    assert!(!calendar().missed(&stored, datetime!(2026-11-20 23:59 +7)));
    assert!(calendar().missed(&stored, datetime!(2026-11-21 00:00 +7)));
}

#[test]
fn what_is_not_missed_at_its_last_microsecond_is_missed_at_the_next() {
    for kept in [appointment(Precision::Day), appointment(Precision::Moment)] {
        let last = kept.missed_after();
        assert!(!calendar().missed(&kept, last));
        assert!(calendar().missed(&kept, last + time::Duration::MICROSECOND));
    }
}

#[test]
fn lateness_at_the_end_of_all_years_is_answered() {
    assert!(calendar().missed(&appointment(Precision::Day), datetime!(9999-12-31 23:59 -23:59)));
    assert!(!calendar().missed(&appointment(Precision::Day), datetime!(-9999-01-01 00:00 +23:59)));
    let at = datetime!(9999-12-31 23:59 -23:59);
    let last = Appointment { at, ..appointment(Precision::Day) };
    assert!(!calendar().missed(&last, at), "not at its own moment");
}

#[test]
fn a_session_includes_its_opening_and_its_closing() {
    let open = |moment| calendar().is_open(moment);
    assert!(open(datetime!(2026-11-20 07:30 +7)) && open(datetime!(2026-11-20 11:30 +7)));
    assert!(!open(datetime!(2026-11-20 07:29:59 +7)) && !open(datetime!(2026-11-20 11:30:01 +7)));
    assert!(open(datetime!(2026-11-20 00:30 UTC)));
    assert!(!open(datetime!(2026-11-24 09:00 +7)) && !open(datetime!(2050-11-24 09:00 +7)));
}

#[test]
fn working_days_leave_out_rest_and_days_off_and_take_in_exchanges() {
    let works = |date| calendar().is_working_day(date);
    assert!(works(date!(2026 - 11 - 23)) && works(date!(2026 - 08 - 22)));
    assert!(!works(date!(2026 - 11 - 21)) && !works(date!(2026 - 11 - 24)) && !works(date!(1900 - 01 - 02)));
    assert_eq!(calendar().next_working_day(date!(2026 - 11 - 23)), Ok(date!(2026 - 11 - 25)));
    assert_eq!(calendar().previous_working_day(date!(2026 - 11 - 25)), Ok(date!(2026 - 11 - 23)));
    assert_eq!(calendar().working_days_before(date!(2026 - 11 - 25), 3), Ok(date!(2026 - 11 - 19)));
    assert_eq!(calendar().working_days_before(date!(2026 - 11 - 22), 0), Ok(date!(2026 - 11 - 22)));
}

#[test]
fn a_day_has_an_opening_and_a_closing_if_it_is_worked() {
    assert_eq!(calendar().opening(date!(2026 - 11 - 23)), Ok(Some(datetime!(2026-11-23 07:30 +7))));
    assert_eq!(calendar().closing(date!(2026 - 11 - 23)), Ok(Some(datetime!(2026-11-23 17:30 +7))));
    assert_eq!(calendar().closing(date!(2026 - 11 - 24)), Ok(None));
}

#[test]
fn a_year_is_provisional_when_listed_or_without_any_day_off() {
    let provisional = |date| calendar().is_provisional(date);
    assert!(!provisional(date!(2026 - 12 - 31)));
    assert!(provisional(date!(2027 - 01 - 01)), "listed");
    assert!(provisional(date!(2028 - 01 - 01)), "no day off known");
}

#[test]
fn two_years_before_the_data_and_twelve_after_it_are_covered() {
    let calendar = calendar();
    assert_eq!(calendar.covers(), (date!(2022 - 01 - 01), date!(2039 - 12 - 31)));
    assert!(
        calendar.closing(date!(2022 - 01 - 01)).is_ok() && calendar.closing(date!(2039 - 12 - 31)).is_ok()
    );
    assert!(
        calendar.closing(date!(2021 - 12 - 31)).is_err() && calendar.closing(date!(2040 - 01 - 01)).is_err()
    );
    assert!(calendar.previous_working_day(date!(2022 - 01 - 03)).is_err());
    assert!(calendar.next_working_day(date!(2039 - 12 - 30)).is_err());
}

#[test]
fn data_that_names_no_year_is_usable_and_provisional_throughout() {
    let mut bare = data();
    (bare.days_off, bare.days_worked, bare.provisional) = (vec![], vec![], vec![]);
    let calendar = Calendar::new(bare).expect("sound");
    assert_eq!(calendar.covers(), (date!(1998 - 01 - 01), date!(2072 - 12 - 31)));
    assert!(calendar.is_provisional(date!(2026 - 05 - 05)) && calendar.is_working_day(date!(2026 - 05 - 05)));
}

#[test]
fn a_calendar_prints_its_data_and_not_its_table() {
    let printed = format!("{:?}", calendar());
    assert!(printed.starts_with("Calendar(CalendarData {") && printed.len() < 6_000, "{printed}");
}
