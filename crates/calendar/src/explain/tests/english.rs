//! The same sentences in English.

use super::*;

#[test]
fn working_days_tell_what_was_counted_and_what_was_skipped() {
    let told = explain(datetime!(2026-08-20 09:00 +7), 8, Unit::WorkingDays);
    assert_eq!(
        told.english(),
        [
            "Accepted at 09:00 on 20/08/2026.",
            "Processing time: 8 working days.",
            "The day of acceptance isn't counted (Civil Code 2015, art. 147); the first day counted is 21/08/2026.",
            "Working days counted: 8, from 21/08/2026 to 03/09/2026.",
            "Days off skipped: 31/08/2026 to 02/09/2026 (Quốc khánh); weekly days of rest: 3.",
            "Days worked in exchange: 22/08/2026 (Làm bù cho 31/8).",
            "Due by 17:30 on 03/09/2026.",
            "Counted by the calendar “khanh-hoa”, version 3.",
        ]
    );
}

#[test]
fn a_last_day_that_is_off_tells_of_its_move() {
    let told = explain(datetime!(2026-11-04 09:00 +7), 20, Unit::CalendarDays);
    assert_eq!(
        told.english()[3..6],
        [
            "Days counted, days off included: 20, from 05/11/2026 to 24/11/2026.",
            "Days off skipped: 24/11/2026 (Ngày Văn hóa Việt Nam).",
            "The last day, 24/11/2026, is a day off, so the time ends with the next working day (Civil Code \
             2015, art. 148).",
        ]
    );
    assert_eq!(
        told.plain_english(),
        "Your result is due by 17:30 on 25/11/2026 (20 calendar days, without the day you applied)."
    );
}

#[test]
fn hours_tell_from_when_they_ran() {
    let closed = explain(datetime!(2026-11-21 10:00 +7), 9, Unit::WorkingHours);
    assert_eq!(
        closed.english()[2],
        "Accepted while closed, so counted from the next opening, 07:30 on 23/11/2026, inside working \
         sessions; working days used: 2."
    );
    let open = explain(datetime!(2026-11-20 10:00 +7), 2, Unit::WorkingHours);
    assert_eq!(open.english()[2], "Counted from acceptance, inside working sessions; working days used: 1.");
    assert_eq!(
        open.plain_english(),
        "Your result is due by 14:00 on 20/11/2026 (2 working hours, counting working hours only)."
    );
}

#[test]
fn the_same_day_tells_why_it_became_the_next() {
    let late = explain(datetime!(2026-11-20 15:01 +7), 1, Unit::SameDay);
    assert_eq!(
        late.english()[2..4],
        [
            "Days off skipped: weekly days of rest: 2.",
            "Accepted after 15:00, so due the next working day (Decree 118/2025, art. 18).",
        ]
    );
    assert_eq!(late.plain_english(), "Your result is due by 17:30 on 23/11/2026, the next working day.");
    let rest = explain(datetime!(2026-11-21 09:00 +7), 1, Unit::SameDay);
    assert_eq!(
        rest.english()[3],
        "21/11/2026 is a day off or was already closed, so due the next working day."
    );
}

#[test]
fn a_provisional_year_is_named() {
    let told = explain(datetime!(2026-12-30 09:00 +7), 5, Unit::WorkingDays);
    let line = "The days off of 2027 aren't announced yet: the date is provisional.";
    assert!(told.english().iter().any(|told| told == line));
    assert!(told.plain_english().ends_with(
        " The days off of 2027 aren't announced yet, so this date is provisional; you will be told if it changes."
    ));
    let announced = explain(datetime!(2026-11-04 09:00 +7), 20, Unit::CalendarDays);
    assert!(!announced.english().iter().any(|told| told.contains("announced")));
}
