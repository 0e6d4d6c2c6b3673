//! The plain process of a one-agency procedure, for one that comes without its own.

use crate::leg::{Leg, Step};
use crate::process::Process;
use calendar::{ProcessingTime, Unit};
use kernel::Role;

/// One leg at the receiving agency: hand over (clerk), examine (officer), sign (head). Hand-over takes a sixteenth and
/// the signature an eighth of the time, at least one unit each; the officer has all the rest. Where there are only
/// two units the clerk's step falls away, and of a single one the officer has all.
pub fn plain_process(time: ProcessingTime, minutes_per_day: u32) -> Process {
    let (whole, unit) = in_units(time, minutes_per_day);
    let share = |amount| ProcessingTime::new(amount, unit).expect("at least one, and no more than the whole");
    let steps = split(whole).into_iter().map(|(step, amount)| step.with(share(amount))).collect();
    let leg = Leg {
        code: "chinh".parse().expect("plain letters"),
        name: "Giải quyết hồ sơ".to_owned(),
        agency: None,
        after: Vec::new(),
        only_if: None,
        payment: None,
        paper: None,
        share: time,
        steps,
    };
    Process { legs: vec![leg] }
}

/// A step of the plain process.
#[derive(Clone, Copy)]
enum PlainStep {
    HandOver,
    Examine,
    Sign,
}

impl PlainStep {
    fn with(self, share: ProcessingTime) -> Step {
        let (code, name, role) = match self {
            PlainStep::HandOver => ("chuyen-ho-so", "Chuyển hồ sơ đến bộ phận chuyên môn", Role::Clerk),
            PlainStep::Examine => ("tham-dinh", "Thẩm định hồ sơ, dự thảo kết quả", Role::Officer),
            PlainStep::Sign => ("ky-duyet", "Ký duyệt kết quả", Role::Head),
        };
        Step { code: code.parse().expect("letters and hyphens"), name: name.to_owned(), role, share }
    }
}

fn split(whole: u32) -> Vec<(PlainStep, u32)> {
    let hand_over = (whole / 16).max(1);
    let signature = (whole / 8).max(1);
    match whole {
        0 | 1 => vec![(PlainStep::Examine, 1)],
        2 => vec![(PlainStep::Examine, 1), (PlainStep::Sign, 1)],
        _ => vec![
            (PlainStep::HandOver, hand_over),
            (PlainStep::Examine, whole - hand_over - signature),
            (PlainStep::Sign, signature),
        ],
    }
}

/// What a time is split by: up to fifteen working days by the hour, longer ones by the day. One or two calendar days
/// go by the working hours of five sevenths of them, the same measure as [`crate::Load`]'s.
fn in_units(time: ProcessingTime, minutes_per_day: u32) -> (u32, Unit) {
    let amount = time.amount();
    let hours_a_day = minutes_per_day / 60;
    match time.unit() {
        Unit::WorkingDays if amount < 16 => (amount * hours_a_day, Unit::WorkingHours),
        Unit::WorkingDays => (amount, Unit::WorkingDays),
        Unit::SameDay => (hours_a_day, Unit::WorkingHours),
        Unit::WorkingHours => (amount, Unit::WorkingHours),
        Unit::CalendarDays if amount < 3 => (amount * minutes_per_day * 5 / 7 / 60, Unit::WorkingHours),
        Unit::CalendarDays => (amount, Unit::CalendarDays),
        Unit::Months => (amount * 30, Unit::CalendarDays),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Load;
    use proptest::prelude::*;

    fn time(amount: u32, unit: Unit) -> ProcessingTime {
        ProcessingTime::new(amount, unit).expect("a sensible amount")
    }

    fn shares(time: ProcessingTime) -> Vec<(Role, u32)> {
        let process = plain_process(time, 480);
        process.legs[0].steps.iter().map(|step| (step.role, step.share.amount())).collect()
    }

    #[test]
    fn clerk_officer_and_head_share_the_time() {
        let of_24_hours = [(Role::Clerk, 1), (Role::Officer, 20), (Role::Head, 3)];
        assert_eq!(shares(time(3, Unit::WorkingDays)), of_24_hours);
        let of_35_days = [(Role::Clerk, 2), (Role::Officer, 29), (Role::Head, 4)];
        assert_eq!(shares(time(35, Unit::CalendarDays)), of_35_days);
    }

    #[test]
    fn a_time_too_short_for_three_has_fewer_steps() {
        assert_eq!(shares(time(2, Unit::WorkingHours)), [(Role::Officer, 1), (Role::Head, 1)]);
        assert_eq!(shares(time(1, Unit::WorkingHours)), [(Role::Officer, 1)]);
        assert_eq!(
            shares(time(1, Unit::CalendarDays)),
            [(Role::Clerk, 1), (Role::Officer, 3), (Role::Head, 1)]
        );
    }

    fn any_time() -> impl Strategy<Value = ProcessingTime> {
        let unit = prop_oneof![
            Just(Unit::WorkingDays),
            Just(Unit::WorkingHours),
            Just(Unit::CalendarDays),
            Just(Unit::Months),
            Just(Unit::SameDay)
        ];
        unit.prop_flat_map(|unit| (1..=unit.largest_amount()).prop_map(move |amount| time(amount, unit)))
    }

    proptest! {
        #[test]
        fn the_plain_process_fits_every_time(time in any_time(), minutes_per_day in 120..=1440_u32) {
            let process = plain_process(time, minutes_per_day);
            prop_assert_eq!(process.check(minutes_per_day), Ok(()));
            prop_assert_eq!(process.longest_path(minutes_per_day).load, Load::of(time, minutes_per_day));
        }
    }
}
