//! The laws of a calendar that changes, on random days off, times and stops: counted anew once is counted anew twice, later
//! only, and in a session.

use calendar::{Calendar, CalendarData, DaysOff, Precision, ProcessingTime, Session, Unit};
use deadline::{Clock, Command, Event, Facts, State, begun, decide, evolve};
use kernel::{Actor, AgencyCode, Role, Rule, Staff, UserId, Violation};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use time::macros::{date, datetime, offset};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn counted_anew_twice_is_counted_anew_once(
        before in days_off(),
        after in days_off(),
        time in times(),
        accepted in 0_i64..40_000,
        stop in 0_i64..3_000,
        stands in 0_i64..20_000,
        later in 0_i64..2_000,
    ) {
        let (before, after) = (calendar(1, &before), calendar(2, &after));
        let accepted = at(accepted);
        let state = stopped(&before, accepted, time, accepted + Duration::minutes(stop), stands);
        let now = accepted + Duration::minutes(stop + stands + later);
        let from = appointment(&state);
        match asked(&after, &state, &Actor::System, now, Command::Recount) {
            Err(broken) => prop_assert_eq!(broken.rule, Rule::StageOrder),
            Ok(events) => {
                let state = events.iter().fold(state, evolve);
                let clock = state.clock.as_ref().expect("accepted");
                prop_assert!(clock.appointment.at > from);
                prop_assert!(clock.first.at <= from && state.rescheduled.is_none());
                if clock.appointment.precision == Precision::Day {
                    let closing = after.closing(clock.appointment.at.date());
                    prop_assert_eq!(Ok(Some(clock.appointment.at)), closing);
                }
                for again in [&after, &before] {
                    let twice = asked(again, &state, &Actor::System, now, Command::Recount);
                    prop_assert_eq!(twice.expect_err("nothing is left to do").rule, Rule::StageOrder);
                }
            }
        }
    }
}

/// A dossier whose clock stood for a payment, unless it would have been over by then.
fn stopped(
    calendar: &Calendar,
    accepted: OffsetDateTime,
    time: ProcessingTime,
    from: OffsetDateTime,
    minutes: i64,
) -> State {
    let first = calendar.due(accepted, time).expect("covered");
    let mut state = begun(Clock::begun(accepted, time, first, calendar.used()));
    let (officer, clerk) = (member(Role::Officer), member(Role::Clerk));
    let ask = Command::AskPayment { amount: 1, purpose: "Lệ phí".to_owned() };
    let paid = Command::ConfirmPayment { receipt: "BL-1".to_owned() };
    let until = from + Duration::minutes(minutes);
    for (actor, now, command) in [(officer, from, ask), (clerk, until, paid)] {
        let events = asked(calendar, &state, &actor, now, command).expect("the clock runs");
        state = events.iter().fold(state, evolve);
    }
    state
}

fn asked(
    calendar: &Calendar,
    state: &State,
    actor: &Actor,
    now: OffsetDateTime,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    decide(state, &Facts { actor, now, agency: &agency(), field: "Đất đai", calendar }, vec![], command)
}

fn appointment(state: &State) -> OffsetDateTime {
    state.clock.as_ref().expect("accepted").appointment.at
}

fn agency() -> AgencyCode {
    "H32.1".parse().expect("an agency's code")
}

fn member(role: Role) -> Actor {
    let user = UserId(Uuid::from_u128(1));
    Actor::Staff(Staff { user, agency: agency(), roles: vec![role], fields: vec![] })
}

/// So many minutes into 2026.
fn at(minute: i64) -> OffsetDateTime {
    datetime!(2026-01-05 00:00 +7) + Duration::minutes(minute)
}

/// Days of the first half of 2026, by their number.
fn days_off() -> impl Strategy<Value = Vec<i64>> {
    vec(0_i64..180, 0..12)
}

fn times() -> impl Strategy<Value = ProcessingTime> {
    let units = select(&[Unit::WorkingDays, Unit::WorkingHours, Unit::CalendarDays, Unit::Months]);
    (units, 1_u32..=30).prop_map(|(unit, amount)| {
        let amount = if unit == Unit::Months { 1 + amount % 3 } else { amount };
        ProcessingTime::new(amount, unit).expect("sensible")
    })
}

fn calendar(version: u32, days_off: &[i64]) -> Calendar {
    let session = |text: &str| -> Session { text.parse().expect("a session") };
    let day = vec![session("07:30-11:30"), session("13:30-17:30")];
    let mut days_off = days_off.to_vec();
    days_off.sort_unstable();
    days_off.dedup();
    let first = [date!(2025 - 01 - 01), date!(2027 - 12 - 31)];
    let others = days_off.iter().map(|number| date!(2026 - 01 - 01) + Duration::days(*number));
    let off = first.into_iter().chain(others);
    Calendar::new(CalendarData {
        code: "mau".to_owned(),
        name: "Mẫu".to_owned(),
        version,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: off.map(|day| DaysOff { from: day, to: day, name: "Nghỉ".to_owned() }).collect(),
        days_worked: vec![],
        provisional: vec![],
    })
    .expect("a sound calendar")
}
