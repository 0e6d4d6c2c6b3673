use super::*;
use time::macros::{datetime, offset};

const OFFICE: &str = r#"
code = "khanh-hoa"
name = "Khánh Hòa"
utc_offset = "+07:00"
minutes_per_day = 480
[sessions]
mon = ["07:30-11:30", "13:30-17:30"]
sat = []
[[days_off]]
from = 2026-01-01
to = "2026-01-02"
name = "Tết Dương lịch"
[[days_worked]]
on = 2026-08-22
as = "mon"
name = "Làm bù"
[[provisional]]
year = 2027
"#;

fn none(_: &str) -> Option<String> {
    None
}

/// The text with one thing in it changed, and what is said to it.
fn refusal(right: &str, wrong: &str) -> String {
    assert!(OFFICE.contains(right), "{right}");
    read(&OFFICE.replace(right, wrong), 1, &none).expect_err("to be refused").to_string()
}

fn extending(code: &str) -> String {
    OFFICE.replacen("name", &format!("extends = \"{code}\"\nname"), 1)
}

#[test]
fn a_plain_file_is_read_with_dates_bare_or_quoted() {
    let data = read(OFFICE, 4, &none).expect("sound");
    assert_eq!((data.code.as_str(), data.version, data.utc_offset), ("khanh-hoa", 4, offset!(+7)));
    assert_eq!(data.sessions_of(Weekday::Monday).len(), 2);
    assert!(data.sessions_of(Weekday::Saturday).is_empty() && data.sessions_of(Weekday::Sunday).is_empty());
    assert_eq!(data.days_off[0].to.to_string(), "2026-01-02");
    assert_eq!((data.days_worked[0].as_weekday, data.provisional), (Weekday::Monday, vec![2027]));
}

#[test]
fn unknown_keys_are_refused_by_name() {
    let wrongs = [
        ("minutes_per_day", "minutes_a_day"),
        ("sat =", "staurday ="),
        ("to =", "until ="),
        ("as =", "like ="),
    ];
    for (right, wrong) in wrongs {
        let said = refusal(right, wrong);
        assert!(said.contains(wrong.trim_end_matches(" =")) && said.contains("line"), "{said}");
    }
}

#[test]
fn a_missing_key_is_named() {
    assert!(refusal("minutes_per_day = 480", "").contains("minutes_per_day"));
    assert!(refusal("as = \"mon\"", "").contains("`as`"));
}

#[test]
fn what_is_no_date_no_session_no_weekday_is_refused_with_the_right_way_to_write_it() {
    for wrong in ["2026-01-01T08:00:00", "\"01/01/2026\"", "20260101", "\"2026-02-30\""] {
        let said = refusal("2026-01-01", wrong);
        assert!(said.contains("is no date: write it as 2026-01-31"), "{said}");
    }
    assert!(refusal("07:30-11:30", "7h30").contains("write it as 07:30-11:30"));
    assert!(refusal("\"mon\"", "\"t2\"").contains("write one of mon, tue"));
}

#[test]
fn a_calendar_takes_the_days_of_the_one_it_extends_and_keeps_its_own_hours() {
    let country =
        OFFICE.replace("07:30", "08:00").replace("2026-01", "2025-01").replace("2026-08-22", "2025-04-26");
    let other = |code: &str| (code == "viet-nam").then(|| country.clone());
    let data = read(&extending("viet-nam"), 1, &other).expect("sound");
    assert_eq!(data.sessions_of(Weekday::Monday)[0].to_string(), "07:30-11:30");
    let starts: Vec<String> = data.days_off.iter().map(|off| off.from.to_string()).collect();
    assert_eq!(starts, ["2025-01-01", "2026-01-01"]);
    assert_eq!((data.days_worked.len(), data.provisional), (2, vec![2027, 2027]));
}

#[test]
fn extending_goes_one_level_deep_and_stays_in_the_folder() {
    let said = |code: &str, other: &dyn Fn(&str) -> Option<String>| {
        read(&extending(code), 1, other).expect_err("to be refused").to_string()
    };
    assert!(said("viet-nam", &none).contains("put viet-nam.toml beside this file"));
    for outside in ["../khanh-hoa", "/etc/passwd", "", "Viet Nam", "a.b"] {
        let never = |_: &str| -> Option<String> { unreachable!("not to be asked for") };
        assert!(said(outside, &never).contains("is no calendar's code"), "{outside}");
    }
    let itself = |code: &str| Some(extending(code));
    assert!(said("khanh-hoa", &itself).contains("“khanh-hoa” extends “khanh-hoa” in turn"));
    let broken = |_: &str| Some("code = 7".to_owned());
    assert!(said("viet-nam", &broken).contains("the calendar “viet-nam” can't be read"));
}

#[test]
fn every_calendar_in_the_configuration_is_sound() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/calendars");
    let text = |code: &str| std::fs::read_to_string(folder.join(format!("{code}.toml"))).ok();
    for code in ["viet-nam", "khanh-hoa", "khanh-hoa-saturday"] {
        let data = read(&text(code).expect("is there"), 1, &text).expect("readable");
        assert_eq!(data.code, code);
        let calendar = calendar::Calendar::new(data).expect("sound");
        assert!(
            calendar.is_open(datetime!(2026-08-22 16:00 +7))
                && !calendar.is_open(datetime!(2026-11-24 09:00 +7))
        );
        assert_eq!(calendar.is_open(datetime!(2026-11-28 09:00 +7)), code == "khanh-hoa-saturday");
        assert!(
            calendar.is_open(datetime!(2026-11-23 09:00 +7)),
            "the exchange of 23/11/2026 is only proposed"
        );
    }
}
