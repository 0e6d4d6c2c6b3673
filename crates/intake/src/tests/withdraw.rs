//! Withdrawal, as far as the desk decides it.

use super::*;
use crate::Ended;

#[test]
fn the_applicant_withdraws_before_and_after_acceptance() {
    for state in [submitted(complete()), then(submitted(complete()), Command::Accept)] {
        assert!(by(&Actor::Applicant, &state, withdrawal()).is_ok());
    }
}

#[test]
fn a_clerk_of_the_receiving_agency_withdraws_for_the_applicant() {
    let state = then(submitted(complete()), withdrawal());
    assert_eq!(state.ended, Some(Ended::Withdrawn));
    assert_eq!(state.refused_on, None);
}

#[test]
fn nobody_else_withdraws() {
    let state = submitted(complete());
    for stranger in strangers() {
        assert_eq!(broken(by(&stranger, &state, withdrawal())), Rule::RightDesk, "{stranger:?}");
    }
}

#[test]
fn nothing_is_withdrawn_before_submission_after_refusal_or_twice() {
    assert_eq!(broken(by(&Actor::Applicant, &State::default(), withdrawal())), Rule::StageOrder);
    for before in [refusal(), withdrawal()] {
        let state = then(submitted(complete()), before);
        assert_eq!(broken(by(&Actor::Applicant, &state, withdrawal())), Rule::StageOrder);
    }
}
