use super::*;
use crate::sample::data;
use crate::{Appointment, ProcessingTime, Unit};

const SMALL: &str = r#"{"code":"nha-trang","name":"Nha Trang","version":2,"utc_offset":"+07:00","minutes_per_day":480,"sessions":{"mon":["07:30-11:30","13:30-17:30"],"tue":[],"wed":[],"thu":[],"fri":[],"sat":["07:30-11:30"],"sun":[]},"days_off":[{"from":"2026-01-01","to":"2026-01-02","name":"Tết Dương lịch"}],"days_worked":[{"on":"2026-01-10","as":"mon","name":"Làm bù"}],"provisional":[2027]}"#;

#[test]
fn data_is_stored_in_explicit_formats() {
    let read: CalendarData = serde_json::from_str(SMALL).expect("sound");
    assert_eq!(read.sessions_of(Weekday::Saturday)[0].to_string(), "07:30-11:30");
    assert_eq!(serde_json::to_string(&read).expect("plain"), SMALL);
}

#[test]
fn data_comes_back_as_it_was_stored() {
    let text = serde_json::to_string(&data()).expect("plain");
    assert_eq!(serde_json::from_str::<CalendarData>(&text).expect("sound"), data());
}

#[test]
fn unknown_keys_are_refused_by_name() {
    let wrong = [
        ("\"version\"", "\"versoin\""),
        ("\"tue\"", "\"teu\""),
        ("\"as\"", "\"of\""),
        ("\"to\"", "\"until\""),
    ];
    for (right, wrong) in wrong {
        let said = serde_json::from_str::<CalendarData>(&SMALL.replace(right, wrong)).expect_err("unknown");
        assert!(said.to_string().contains(wrong.trim_matches('"')), "{said}");
    }
}

#[test]
fn an_unknown_weekday_is_refused_by_name() {
    let text = SMALL.replace(r#""as":"mon""#, r#""as":"t2""#);
    let said = serde_json::from_str::<CalendarData>(&text).expect_err("unknown").to_string();
    assert!(said.contains("“t2” is no weekday: write one of mon, tue"), "{said}");
}

#[test]
fn an_appointment_is_stored_as_rfc_3339() {
    let text = r#"{"at":"2026-11-25T17:30:00+07:00","precision":"day","provisional":false}"#;
    let read: Appointment = serde_json::from_str(text).expect("sound");
    assert_eq!(serde_json::to_string(&read).expect("plain"), text);
}

#[test]
fn a_processing_time_is_checked_when_it_is_read() {
    let read = |text| serde_json::from_str::<ProcessingTime>(text);
    let days = read(r#"{"amount":10,"unit":"working_days"}"#).expect("sound");
    assert_eq!((days.amount(), days.unit()), (10, Unit::WorkingDays));
    assert_eq!(read(r#"{"amount":0,"unit":"same_day"}"#).expect("sound"), ProcessingTime::SAME_DAY);
    for wrong in [
        r#"{"amount":0,"unit":"working_days"}"#,
        r#"{"amount":2,"unit":"same_day"}"#,
        r#"{"amount":-1,"unit":"months"}"#,
        r#"{"amount":121,"unit":"months"}"#,
        r#"{"amount":4294967295,"unit":"calendar_days"}"#,
        r#"{"amount":1.5,"unit":"working_hours"}"#,
        r#"{"amount":1,"unit":"weeks"}"#,
        r#"{"amount":1,"unit":"months","of":"2026"}"#,
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    assert_eq!(serde_json::to_string(&days).expect("plain"), r#"{"amount":10,"unit":"working_days"}"#);
}
