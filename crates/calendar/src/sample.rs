//! Calendars for the tests of this crate: the days off of 2024 to 2026, and a first guess at 2027.

use time::macros::offset;
use time::{Date, Month, Weekday};

use crate::{Calendar, CalendarData, DayWorked, DaysOff, ProcessingTime, Session, Unit};

/// Monday to Friday, 07:30-11:30 and 13:30-17:30.
pub(crate) fn data() -> CalendarData {
    let day = vec![session("07:30-11:30"), session("13:30-17:30")];
    CalendarData {
        code: "khanh-hoa".to_owned(),
        name: "Khánh Hòa".to_owned(),
        version: 3,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: days_off(),
        days_worked: days_worked(),
        provisional: vec![2027],
    }
}

pub(crate) fn calendar() -> Calendar {
    Calendar::new(data()).expect("the sample is sound")
}

/// The same with a session on Saturday morning.
pub(crate) fn calendar_with_saturday() -> Calendar {
    let mut data = data();
    data.sessions[5] = vec![session("07:30-11:30")];
    Calendar::new(data).expect("the sample is sound")
}

pub(crate) fn session(text: &str) -> Session {
    text.parse().expect("a session")
}

pub(crate) fn time(amount: u32, unit: Unit) -> ProcessingTime {
    ProcessingTime::new(amount, unit).expect("a sensible amount")
}

fn days_off() -> Vec<DaysOff> {
    vec![
        off((2024, 1, 1), (2024, 1, 1), "Tết Dương lịch"),
        off((2024, 2, 8), (2024, 2, 14), "Tết Giáp Thìn"),
        off((2024, 4, 18), (2024, 4, 18), "Giỗ Tổ Hùng Vương"),
        off((2024, 4, 29), (2024, 5, 1), "Ngày Chiến thắng"),
        off((2024, 9, 2), (2024, 9, 3), "Quốc khánh"),
        off((2025, 1, 1), (2025, 1, 1), "Tết Dương lịch"),
        off((2025, 1, 27), (2025, 1, 31), "Tết Ất Tỵ"),
        off((2025, 4, 7), (2025, 4, 7), "Giỗ Tổ Hùng Vương"),
        off((2025, 4, 30), (2025, 5, 2), "Ngày Chiến thắng"),
        off((2025, 9, 1), (2025, 9, 2), "Quốc khánh"),
        off((2026, 1, 1), (2026, 1, 2), "Tết Dương lịch"),
        off((2026, 2, 16), (2026, 2, 20), "Tết Bính Ngọ"),
        off((2026, 4, 26), (2026, 4, 27), "Giỗ Tổ Hùng Vương"),
        off((2026, 4, 30), (2026, 5, 1), "Ngày Chiến thắng"),
        off((2026, 8, 31), (2026, 9, 2), "Quốc khánh"),
        off((2026, 11, 24), (2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        off((2027, 1, 1), (2027, 1, 1), "Tết Dương lịch"),
        off((2027, 2, 4), (2027, 2, 10), "Tết Đinh Mùi"),
    ]
}

fn days_worked() -> Vec<DayWorked> {
    vec![
        worked((2024, 5, 4), Weekday::Monday, "Làm bù cho 29/4"),
        worked((2025, 4, 26), Weekday::Friday, "Làm bù cho 02/5"),
        worked((2026, 1, 10), Weekday::Friday, "Làm bù cho 02/01"),
        worked((2026, 8, 22), Weekday::Monday, "Làm bù cho 31/8"),
    ]
}

fn off(from: (i32, u8, u8), to: (i32, u8, u8), name: &str) -> DaysOff {
    DaysOff { from: date(from), to: date(to), name: name.to_owned() }
}

fn worked(on: (i32, u8, u8), as_weekday: Weekday, name: &str) -> DayWorked {
    DayWorked { on: date(on), as_weekday, name: name.to_owned() }
}

fn date((year, month, day): (i32, u8, u8)) -> Date {
    let month = Month::try_from(month).expect("a month");
    Date::from_calendar_date(year, month, day).expect("a date")
}
