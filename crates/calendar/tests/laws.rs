//! The laws of counting time, on random calendars and random questions, against a slow count day by day.

mod slow;

use calendar::{
    Calendar, CalendarData, CalendarError, DayWorked, DaysOff, Precision, ProcessingTime, Session, Stop,
    Total, Unit,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use time::macros::{date, offset};
use time::{Date, Duration, OffsetDateTime, Time, UtcOffset, Weekday};

const UNITS: [Unit; 5] =
    [Unit::WorkingDays, Unit::WorkingHours, Unit::CalendarDays, Unit::Months, Unit::SameDay];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn a_slow_count_day_by_day_agrees(calendar in calendars(), questions in vec((moments(), times()), 20)) {
        for (accepted, time) in questions {
            let due = calendar.due(accepted, time).expect("covered");
            prop_assert_eq!(due.at, slow::due(calendar.data(), accepted, time), "{:?} from {}", time, accepted);
        }
    }

    #[test]
    fn what_is_counted_in_days_or_months_is_due_at_a_closing(
        calendar in calendars(), accepted in moments(), time in times(),
    ) {
        let due = calendar.due(accepted, time).expect("covered");
        prop_assert!(calendar.is_open(due.at) && due.at >= accepted);
        prop_assert_eq!(due.at.offset(), calendar.data().utc_offset);
        match time.unit() {
            Unit::WorkingHours => prop_assert_eq!(due.precision, Precision::Moment),
            Unit::WorkingDays | Unit::CalendarDays | Unit::Months | Unit::SameDay => {
                prop_assert_eq!(Ok(Some(due.at)), calendar.closing(due.at.date()));
            }
        }
    }

    #[test]
    fn more_time_and_later_acceptance_are_never_due_earlier(
        calendar in calendars(), a in moments(), b in moments(), unit in select(&UNITS), m in 1_u32..40, n in 1_u32..40,
    ) {
        let due = |accepted, amount| {
            let amount = if unit == Unit::SameDay { 1 } else { amount };
            calendar.due(accepted, ProcessingTime::new(amount, unit).expect("sensible")).expect("covered").at
        };
        prop_assert!(due(a.min(b), m) <= due(a.max(b), m));
        prop_assert!(due(a, m.min(n)) <= due(a, m.max(n)));
    }

    #[test]
    fn the_working_minutes_of_a_way_are_the_sum_of_its_parts(
        calendar in calendars(), a in moments(), b in moments(), c in moments(),
    ) {
        let minutes = |from, to| calendar.working_minutes(from, to).expect("covered");
        prop_assert_eq!(minutes(a, b) + minutes(b, c), minutes(a, c));
        prop_assert_eq!(minutes(a, b), -minutes(b, a));
        prop_assert_eq!(minutes(a, b) * 60, slow::working_seconds(calendar.data(), whole(a), whole(b)));
    }

    #[test]
    fn working_minutes_undo_what_adding_them_did(calendar in calendars(), from in moments(), minutes in 0_i64..30_000) {
        let later = calendar.after_working_minutes(from, minutes).expect("covered");
        prop_assert_eq!(calendar.working_minutes(from, later), Ok(minutes));
        prop_assert!(later >= from && calendar.is_open(later));
    }

    #[test]
    fn adding_working_minutes_undoes_what_measuring_them_did(
        calendar in calendars(), from in moments(), minutes in 1_i64..30_000,
    ) {
        let to = calendar.after_working_minutes(from, minutes).expect("covered");
        let measured = calendar.working_minutes(from, to).expect("covered");
        prop_assert_eq!(calendar.after_working_minutes(from, measured), Ok(to));
    }

    #[test]
    fn the_third_holds_to_its_edge_and_not_a_minute_further(
        calendar in calendars(), accepted in moments(), time in times(),
    ) {
        let old = calendar.due(accepted, time).expect("covered").at;
        let within = |new| calendar.within_third(accepted, time, old, new).expect("covered");
        let edge = match calendar.latest_lawful(accepted, time, old) {
            Ok(edge) => edge,
            Err(CalendarError::NoLawfulMoment) => {
                prop_assert!(matches!(time.unit(), Unit::CalendarDays | Unit::Months));
                return Ok(());
            }
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        };
        prop_assert!(within(edge));
        prop_assert!(!within(edge + Duration::MINUTE));
        prop_assert!(!within(edge + Duration::NANOSECOND));
        let before = edge - Duration::MINUTE;
        prop_assert_eq!(within(before), before > old && calendar.is_open(before));
    }

    #[test]
    fn within_the_third_is_after_the_old_in_a_session_and_three_times_added_at_most_the_total(
        calendar in calendars(), accepted in moments(), time in times(), later in 0_i64..40_000_000,
    ) {
        let old = calendar.due(accepted, time).expect("covered").at;
        let new = old + Duration::seconds(later % 40_000) * (1 + later % 23) as i32 + Duration::seconds(later % 7);
        let added = match calendar.total(accepted, time).expect("covered") {
            Total::Working(_) => slow::working_seconds(calendar.data(), old, new),
            Total::Elapsed(_) => (new - old).whole_seconds(),
        };
        let total = calendar.total(accepted, time).expect("covered").minutes() * 60;
        let lawful = new > old && slow::is_open(calendar.data(), new) && 3 * added <= total;
        prop_assert_eq!(calendar.within_third(accepted, time, old, new), Ok(lawful));
    }

    #[test]
    fn an_explanation_tells_the_same_date(calendar in calendars(), accepted in moments(), time in times()) {
        let told = calendar.explain(accepted, time).expect("covered");
        prop_assert_eq!(Ok(told.appointment), calendar.due(accepted, time));
        prop_assert_eq!(told.appointment.provisional, !told.provisional_years.is_empty());
        let longer = told.vietnamese().len() > told.plain_vietnamese().lines().count();
        prop_assert!(longer && told.english().len() == told.vietnamese().len());
        if time.unit() == Unit::WorkingDays {
            let span = (told.appointment.at.date() - told.accepted.date()).whole_days();
            let named: i64 = told.days_off.iter().map(|off| (off.to - off.from).whole_days() + 1).sum();
            prop_assert_eq!(span, i64::from(told.days_counted + told.weekly_rest) + named);
        }
    }

    #[test]
    fn nothing_panics_whatever_is_asked(
        calendar in calendars(), days in -4_371_587_i32..7_000_000, offset in -25..=25_i8, amount: u32, minutes: i64,
    ) {
        let date = Date::from_julian_day(days).unwrap_or(Date::MAX);
        let offset = UtcOffset::from_hms(offset, 0, 0).expect("an offset");
        let moment = date.with_time(Time::MIDNIGHT).assume_offset(offset);
        for unit in UNITS {
            let amount = if unit == Unit::SameDay { 1 } else { 1 + amount % unit.largest_amount() };
            let time = ProcessingTime::new(amount, unit).expect("sensible");
            prop_assert_eq!(calendar.due(moment, time).is_ok(), calendar.explain(moment, time).is_ok());
            let _ = calendar.within_third(moment, time, moment, moment);
            let _ = calendar.latest_lawful(moment, time, moment);
        }
        let _ = calendar.after_working_minutes(moment, minutes);
        let _ = (calendar.is_open(moment), calendar.next_working_day(date), calendar.closing(date));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn nobody_is_late_on_a_day_that_is_not_over(
        calendar in calendars(),
        accepted in moments(),
        time in times(),
        second in 0_i64..86_400,
    ) {
        let due = calendar.due(accepted, time).expect("covered");
        let day = due.at.replace_time(Time::MIDNIGHT);
        let (last, over) = match due.precision {
            Precision::Day => (day + Duration::seconds(second), day + Duration::DAY),
            Precision::Moment => (due.at - Duration::seconds(second), due.at + Duration::SECOND),
        };
        prop_assert!(!calendar.missed(&due, last), "{} at {}", due.at, last);
        prop_assert!(calendar.missed(&due, over), "{} at {}", due.at, over);
    }

    #[test]
    fn a_stop_of_no_working_time_changes_nothing(
        calendar in calendars(), start in moments(), time in times(), before in 0_i64..30_000, rest in 0_i64..6_000,
    ) {
        let from = start + Duration::minutes(before);
        let to = from + Duration::minutes(rest);
        if calendar.counting_from(from) == calendar.counting_from(to) {
            let due = calendar.due_after_stops(start, time, &[Stop { from, to }]).expect("covered");
            prop_assert_eq!(due.at, calendar.due(start, time).expect("covered").at);
        }
    }

    #[test]
    fn a_stop_never_shortens_and_a_longer_one_never_less(
        calendar in calendars(), start in moments(), time in times(),
        before in 0_i64..30_000, a in 0_i64..30_000, b in 0_i64..30_000,
    ) {
        let from = start + Duration::minutes(before);
        let due = |minutes| {
            let stop = Stop { from, to: from + Duration::minutes(minutes) };
            calendar.due_after_stops(start, time, &[stop]).expect("covered").at
        };
        prop_assert!(calendar.due(start, time).expect("covered").at <= due(a.min(b)));
        prop_assert!(due(a.min(b)) <= due(a.max(b)));
    }

    #[test]
    fn two_stops_without_a_gap_are_one(
        calendar in calendars(), start in moments(), time in times(),
        before in 0_i64..30_000, first in 0_i64..20_000, second in 0_i64..20_000,
    ) {
        let a = start + Duration::minutes(before);
        let (b, c) = (a + Duration::minutes(first), a + Duration::minutes(first + second));
        let due = |stops: &[Stop]| calendar.due_after_stops(start, time, stops).expect("covered").at;
        let one = due(&[Stop { from: a, to: c }]);
        prop_assert_eq!(one, due(&[Stop { from: a, to: b }, Stop { from: b, to: c }]));
    }

    #[test]
    fn whatever_the_stops_it_is_due_in_a_session(
        calendar in calendars(), start in moments(), time in times(), ways in vec((0_i64..9_000, 0_i64..9_000), 0..5),
    ) {
        let mut at = start;
        let mut stops = Vec::new();
        for (run, stand) in ways {
            let from = at + Duration::minutes(run);
            at = from + Duration::minutes(stand);
            stops.push(Stop { from, to: at });
        }
        let due = calendar.due_after_stops(start, time, &stops).expect("covered");
        prop_assert!(calendar.is_open(due.at));
        prop_assert!(!calendar.missed(&due, due.at));
        if due.precision == Precision::Day {
            prop_assert_eq!(Ok(Some(due.at)), calendar.closing(due.at.date()));
        }
    }
}

/// A calendar of 2024 to 2027 with random hours, days off and exchanges.
fn calendars() -> impl Strategy<Value = Calendar> {
    let minutes = select(vec![420_u32, 450, 480, 500]);
    let offset = select(vec![offset!(+7), offset!(-3:30), UtcOffset::UTC]);
    let off = vec((0_i64..1_460, 0_i64..9), 1..30);
    (hours(), hours(), saturdays(), minutes, offset, off, vec(0_i64..1_460, 0..8)).prop_map(
        |(most, friday, saturday, minutes_per_day, utc_offset, off, worked)| {
            let days_off: Vec<DaysOff> = disjoint(off);
            Calendar::new(CalendarData {
                code: "random".to_owned(),
                name: "Random".to_owned(),
                version: 1,
                utc_offset,
                minutes_per_day,
                sessions: [most.clone(), most.clone(), most.clone(), most, friday, saturday, vec![]],
                days_worked: exchanged(worked, &days_off),
                days_off,
                provisional: vec![2027],
            })
            .expect("sound")
        },
    )
}

fn hours() -> impl Strategy<Value = Vec<Session>> {
    select(vec![
        sessions(&["07:30-11:30", "13:30-17:30"]),
        sessions(&["07:00-11:00", "13:00-16:30"]),
        sessions(&["08:00-16:00"]),
        sessions(&["00:00-00:01", "06:00-12:00", "12:00-18:00", "23:00-23:59"]),
        sessions(&["13:30-17:00"]),
    ])
}

fn saturdays() -> impl Strategy<Value = Vec<Session>> {
    select(vec![vec![], sessions(&["07:30-11:30"]), sessions(&["10:00-10:01"])])
}

fn sessions(texts: &[&str]) -> Vec<Session> {
    texts.iter().map(|text| text.parse().expect("a session")).collect()
}

/// New Year 2024 and more days off in order, none overlapping another, so that they can be added up.
fn disjoint(mut wanted: Vec<(i64, i64)>) -> Vec<DaysOff> {
    wanted.push((0, 0));
    wanted.sort_unstable();
    let mut taken = -1;
    let mut days_off = Vec::new();
    for (from, length) in wanted {
        if from > taken {
            taken = from + length;
            days_off.push(DaysOff { from: day(from), to: day(taken), name: format!("nghỉ {from}") });
        }
    }
    days_off
}

fn exchanged(mut wanted: Vec<i64>, days_off: &[DaysOff]) -> Vec<DayWorked> {
    wanted.sort_unstable();
    wanted.dedup();
    let free = |on: &Date| !days_off.iter().any(|off| (off.from..=off.to).contains(on));
    let worked = |on| DayWorked { on, as_weekday: Weekday::Friday, name: "làm bù".to_owned() };
    wanted.into_iter().map(day).filter(free).map(worked).collect()
}

fn day(number: i64) -> Date {
    date!(2024 - 01 - 01) + Duration::days(number)
}

/// Moments of 2024 to 2027, in whole seconds, in several offsets.
fn moments() -> impl Strategy<Value = OffsetDateTime> {
    let offset = select(vec![offset!(+7), UtcOffset::UTC, offset!(-8)]);
    let second = prop_oneof![3 => Just(0_i64), 1 => 0_i64..60];
    (0_i64..2_103_840, second, offset).prop_map(|(minute, second, offset)| {
        let moment = date!(2024 - 01 - 01).midnight().assume_utc() + Duration::minutes(minute);
        (moment + Duration::seconds(second)).to_offset(offset)
    })
}

fn times() -> impl Strategy<Value = ProcessingTime> {
    (select(&UNITS), 1_u32..=60).prop_map(|(unit, amount)| {
        let amount = if unit == Unit::SameDay { amount % 2 } else { amount };
        ProcessingTime::new(amount, unit).expect("sensible")
    })
}

/// The beginning of a moment's minute.
fn whole(moment: OffsetDateTime) -> OffsetDateTime {
    moment - Duration::seconds(i64::from(moment.second()))
}
