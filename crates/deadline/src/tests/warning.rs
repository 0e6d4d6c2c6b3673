use super::*;
use crate::Warning;

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
fn each_warning_has_the_name_it_is_kept_under() {
    let names = ["warn_three_days", "warn_apology", "warn_one_day"];
    assert_eq!(Warning::ALL.map(Warning::as_str), names);
}
