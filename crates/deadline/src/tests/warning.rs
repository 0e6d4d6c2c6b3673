use super::*;
use crate::Warning;
use crate::warning::due;
use time::Duration;

#[test]
fn warnings_come_at_the_opening_of_the_working_days_ahead() {
    let given = |warning: Warning| warning.given_at(&calendar(), DUE).expect("covered");
    assert_eq!(given(Warning::ThreeDays), datetime!(2026-11-11 07:30 +7));
    assert_eq!(given(Warning::Apology), datetime!(2026-11-12 07:30 +7));
    assert_eq!(given(Warning::OneDay), datetime!(2026-11-13 07:30 +7));
}

#[test]
fn what_it_is_time_to_warn_of_is_what_was_due_to_be_warned_of_by_now() {
    for warning in Warning::ALL {
        let given = warning.given_at(&calendar(), DUE).expect("covered");
        let until = |now| warning.appointed_until(&calendar(), now).expect("covered");
        assert_eq!(until(given), DUE.date());
        assert!(until(given - time::Duration::MINUTE) < DUE.date());
    }
}

#[test]
fn a_warning_is_due_from_its_moment_until_the_appointment_is_over() {
    let at = |now| due(&accepted(), &calendar(), now);
    assert_eq!(at(datetime!(2026-11-11 07:29:59 +7)), []);
    assert_eq!(at(datetime!(2026-11-11 07:30 +7)), [Warning::ThreeDays]);
    assert_eq!(at(datetime!(2026-11-12 07:30 +7)), [Warning::ThreeDays, Warning::Apology]);
    assert_eq!(at(datetime!(2026-11-16 23:59:59 +7)), Warning::ALL);
    assert_eq!(at(datetime!(2026-11-17 00:00 +7)), []);
}

#[test]
fn what_lay_behind_when_the_appointment_was_given_is_not_warned_of() {
    let mut state = accepted();
    let given = |state: &mut State, at| state.clock.as_mut().expect("accepted").given = at;
    given(&mut state, datetime!(2026-11-12 07:30 +7) - Duration::SECOND);
    assert_eq!(due(&state, &calendar(), DUE), [Warning::Apology, Warning::OneDay]);
    given(&mut state, datetime!(2026-11-12 07:30 +7));
    assert_eq!(due(&state, &calendar(), DUE), [Warning::OneDay]);
}

#[test]
fn no_apology_is_warned_of_twice_and_nothing_while_the_clock_stands() {
    let second = due(&rescheduled(), &calendar(), datetime!(2026-11-20 08:00 +7));
    assert_eq!(second, [Warning::ThreeDays, Warning::OneDay]);
    let asked = Command::AskPayment { amount: 1, purpose: "Lệ phí".to_owned() };
    let standing = after(accepted(), &officer(), IN_TIME, asked);
    assert_eq!(due(&standing, &calendar(), DUE), []);
}

#[test]
fn each_warning_has_the_name_it_is_kept_under() {
    let names = ["warn_three_days", "warn_apology", "warn_one_day"];
    assert_eq!(Warning::ALL.map(Warning::as_str), names);
}
