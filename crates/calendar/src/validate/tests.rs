use time::macros::{date, offset, time};

use super::*;
use crate::sample::{data, session};
use crate::{Calendar, DayWorked, DaysOff};

/// Changes the sample and gives the sentence it is refused with.
fn refusal(change: impl FnOnce(&mut CalendarData)) -> String {
    let mut data = data();
    change(&mut data);
    Calendar::new(data).expect_err("to be refused").to_string()
}

fn off(from: time::Date, to: time::Date) -> DaysOff {
    DaysOff { from, to, name: "Hội làng".to_owned() }
}

fn worked(on: time::Date, as_weekday: Weekday) -> DayWorked {
    DayWorked { on, as_weekday, name: "Làm bù".to_owned() }
}

#[test]
fn a_day_both_off_and_worked_is_refused_by_name() {
    let said = refusal(|data| data.days_worked.push(worked(date!(2026 - 02 - 17), Weekday::Monday)));
    assert_eq!(said, "2026-02-17 stands both in days_off (“Tết Bính Ngọ”) and in days_worked (“Làm bù”)");
}

#[test]
fn a_day_worked_twice_is_refused() {
    let said = refusal(|data| data.days_worked.push(worked(date!(2026 - 08 - 22), Weekday::Friday)));
    assert_eq!(said, "days_worked: 2026-08-22 is named a second time (“Làm bù”)");
}

#[test]
fn a_day_worked_as_a_weekday_without_session_is_refused() {
    let said = refusal(|data| data.days_worked.push(worked(date!(2026 - 03 - 07), Weekday::Sunday)));
    assert_eq!(said, "days_worked: 2026-03-07 (“Làm bù”) is worked as sun, which has no session");
}

#[test]
fn days_off_that_end_before_they_begin_are_refused() {
    let said = refusal(|data| data.days_off.push(off(date!(2026 - 03 - 07), date!(2026 - 03 - 06))));
    assert_eq!(said, "days_off: “Hội làng” ends on 2026-03-06, before it begins on 2026-03-07");
}

#[test]
fn overlapping_sessions_are_refused() {
    let said = refusal(|data| data.sessions[2][1] = session("11:29-17:30"));
    assert_eq!(said, "sessions.wed: 11:29-17:30 begins before 07:30-11:30 is over; list them in order");
}

#[test]
fn sessions_that_touch_are_accepted() {
    let mut data = data();
    data.sessions[2][1] = session("11:30-17:30");
    assert!(Calendar::new(data).is_ok());
}

#[test]
fn a_session_that_closes_before_it_opens_is_refused() {
    for text in ["13:30-13:30", "17:30-13:30"] {
        let said = refusal(|data| data.sessions[6] = vec![session(text)]);
        assert_eq!(said, format!("sessions.sun: {text} closes before it has opened"));
    }
}

#[test]
fn a_session_that_is_no_session_is_refused() {
    for text in ["7h30-11h30", "07:30", "", "07:30-24:01", "07:30–11:30"] {
        let said = text.parse::<Session>().expect_err("no session").to_string();
        assert_eq!(said, format!("“{text}” is no session: write it as 07:30-11:30"));
    }
}

#[test]
fn fractions_of_a_minute_are_refused() {
    let odd = Session { opens: time!(07:30:01), closes: time!(11:30) };
    assert!(refusal(|data| data.sessions[0][0] = odd).contains("whole minute"));
    assert!(refusal(|data| data.utc_offset = offset!(+07:00:30)).contains("whole minutes"));
}

#[test]
fn a_calendar_without_any_session_is_refused() {
    let said = refusal(|data| data.sessions = Default::default());
    assert_eq!(said, "sessions: no weekday has a session, so nothing could ever be due");
}

#[test]
fn a_nominal_day_of_no_minutes_or_more_than_a_day_has_is_refused() {
    assert_eq!(refusal(|data| data.minutes_per_day = 0), "minutes_per_day: 0 is not between 1 and 1440");
    assert!(refusal(|data| data.minutes_per_day = 1441).contains("1441"));
}

#[test]
fn a_year_that_is_a_slip_of_the_pen_is_refused() {
    assert!(
        refusal(|data| data.days_off.push(off(date!(0206 - 03 - 07), date!(2026 - 03 - 07)))).contains("206")
    );
    assert!(refusal(|data| data.provisional.push(i32::MAX)).contains("2147483647"));
    assert!(
        refusal(|data| data.days_worked.push(worked(date!(9999 - 12 - 31), Weekday::Monday)))
            .contains("9999")
    );
}
