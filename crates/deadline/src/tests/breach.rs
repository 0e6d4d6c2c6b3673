use super::*;
use time::Duration;

fn missed(state: &State, now: OffsetDateTime) -> Result<Vec<Event>, Violation> {
    asked_by(state, &Actor::System, now, Command::Breach)
}

#[test]
fn nobody_is_late_on_a_day_that_isnt_over() {
    let midnight = datetime!(2026-11-17 00:00 +7);
    assert_eq!(broken(missed(&accepted(), midnight - Duration::MINUTE)), Rule::StageOrder);
    assert!(missed(&accepted(), midnight).is_ok());
}

#[test]
fn a_breach_names_with_whom_it_lay_once() {
    let late = datetime!(2026-11-17 08:00 +7);
    let state = after(accepted(), &Actor::System, late, Command::Breach);
    let breach = &state.breaches[0];
    assert_eq!((breach.appointment, breach.second), (DUE, false));
    assert_eq!(breach.holders, [holder()]);
    assert_eq!(broken(missed(&state, late + Duration::DAY)), Rule::StageOrder);
    assert_eq!(appointment(&state), DUE);
}

#[test]
fn missing_the_second_date_is_the_graver_breach() {
    assert_eq!(broken(missed(&rescheduled(), datetime!(2026-11-20 23:59 +7))), Rule::StageOrder);
    let state = after(rescheduled(), &Actor::System, datetime!(2026-11-21 00:00 +7), Command::Breach);
    assert!(state.breaches[0].second);
}

#[test]
fn only_the_system_records_it() {
    for actor in [officer(), head(), clerk(), Actor::Applicant] {
        let decided = asked_by(&accepted(), &actor, datetime!(2026-11-17 08:00 +7), Command::Breach);
        assert_eq!(broken(decided), Rule::RightDesk);
    }
}

#[test]
fn nothing_is_missed_while_the_clock_stands() {
    let pay = Command::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() };
    let waiting = after(accepted(), &officer(), IN_TIME, pay);
    assert_eq!(broken(missed(&waiting, datetime!(2026-12-17 08:00 +7))), Rule::StageOrder);
}
