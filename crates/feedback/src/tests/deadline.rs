//! By when it is to be answered, and how it stands then.

use super::*;
use crate::{Standing, due};
use calendar::{Calendar, CalendarData, DaysOff};
use std::num::NonZeroU16;
use time::Duration;
use time::macros::{date, offset};

/// Monday to Friday; Friday the 20th is off.
fn calendar() -> Calendar {
    let day = ["07:30-11:30", "13:30-17:30"].map(|session| session.parse().expect("a session")).to_vec();
    let data = CalendarData {
        code: "x".to_owned(),
        name: "X".to_owned(),
        version: 1,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: vec![
            DaysOff { from: date!(2026 - 01 - 01), to: date!(2026 - 01 - 01), name: "Tết".to_owned() },
            DaysOff { from: date!(2026 - 11 - 20), to: date!(2026 - 11 - 20), name: "Nghỉ".to_owned() },
        ],
        days_worked: vec![],
        provisional: vec![],
    };
    Calendar::new(data).expect("a calendar")
}

fn after(days: u16, now: OffsetDateTime) -> OffsetDateTime {
    due(&calendar(), NonZeroU16::new(days).expect("some days"), now).expect("inside the calendar")
}

#[test]
fn it_is_due_at_the_closing_of_the_last_working_day_this_one_not_counted() {
    assert_eq!(after(1, RAISED), datetime!(2026-11-17 17:30 +7));
    assert_eq!(after(4, RAISED), datetime!(2026-11-23 17:30 +7), "a day off and a week-end between");
    let at_night = datetime!(2026-11-16 23:59 +7);
    assert_eq!(after(1, at_night), datetime!(2026-11-17 17:30 +7));
    assert!(due(&calendar(), NonZeroU16::MAX, RAISED).is_err());
}

#[test]
fn it_is_overdue_after_that_moment_and_late_if_answered_then() {
    let past = DUE + Duration::SECOND;
    assert_eq!([raised().standing(DUE), raised().standing(past)], [Standing::Open, Standing::Overdue]);
    let answered = |at| {
        let answered = by(&staff(Role::Head, "H32.10"), &raised(), at, sound()).expect("sound");
        State { answered: Some(answered), ..raised() }.standing(past + Duration::DAY)
    };
    assert_eq!([answered(DUE), answered(past)], [Standing::Answered, Standing::AnsweredLate]);
}
