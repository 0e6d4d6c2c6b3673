//! The plain process of a one-agency procedure, for one that comes without its own.

use crate::process::{Leg, Process, Step};
use calendar::{ProcessingTime, Unit};
use kernel::{LegCode, Role, StepCode};

/// One leg at the receiving agency: hand over (clerk), examine (officer), sign (head). Hand-over and signature take
/// a sixteenth and an eighth of the time, at least an hour or a day; the officer has all the rest.
pub fn plain_process(time: ProcessingTime, minutes_per_day: u32) -> Process {
    let (whole, unit) = whole_units(time, minutes_per_day);
    let hand_over = (whole / 16).max(1).min(whole / 3);
    let signature = (whole / 8).max(1).min(whole / 3);
    let examination = whole - hand_over - signature;
    let share = |amount: u32| ProcessingTime::new(amount.max(1), unit).expect("no longer than the whole");
    let steps = vec![
        step("chuyen-ho-so", "Chuyển hồ sơ đến bộ phận chuyên môn", Role::Clerk, share(hand_over)),
        step("tham-dinh", "Thẩm định hồ sơ, dự thảo kết quả", Role::Officer, share(examination)),
        step("ky-duyet", "Ký duyệt kết quả", Role::Head, share(signature)),
    ];
    let code: LegCode = "chinh".parse().expect("plain letters");
    Process { legs: vec![Leg { code, name: "Giải quyết hồ sơ".to_owned(), agency: None, after: Vec::new(), share: time, steps }] }
}

/// Working time is split by the hour, calendar time by the day.
fn whole_units(time: ProcessingTime, minutes_per_day: u32) -> (u32, Unit) {
    let hours_a_day = minutes_per_day / 60;
    match time.unit() {
        Unit::WorkingDays => (time.amount() * hours_a_day, Unit::WorkingHours),
        Unit::SameDay => (hours_a_day, Unit::WorkingHours),
        Unit::WorkingHours => (time.amount(), Unit::WorkingHours),
        Unit::CalendarDays => (time.amount(), Unit::CalendarDays),
        Unit::Months => (time.amount() * 30, Unit::CalendarDays),
    }
}

fn step(code: &str, name: &str, role: Role, share: ProcessingTime) -> Step {
    let code: StepCode = code.parse().expect("letters and hyphens");
    Step { code, name: name.to_owned(), role, share }
}
