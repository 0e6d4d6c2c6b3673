//! Refusal: a published ground and an explanation.

use super::*;
use crate::Ended;
use kernel::Fact;

fn refuse(ground: &str, explanation: &str) -> Result<Vec<Event>, Violation> {
    let command = Command::Refuse { ground: code(ground), explanation: explanation.to_owned() };
    by(&clerk(), &submitted(complete()), command)
}

#[test]
fn a_refusal_names_a_published_ground_and_explains_it() {
    let state = then(submitted(complete()), refusal());
    assert_eq!(state.ended, Some(Ended::Refused));
    assert_eq!(state.refused_on, Some(code("quy-hoach")));
}

#[test]
fn an_incomplete_submission_may_be_refused_too() {
    let state = submitted(Submit { components: Vec::new(), ..complete() });
    assert!(by(&clerk(), &state, refusal()).is_ok());
}

#[test]
fn a_ground_that_is_not_published_is_refused_and_the_published_ones_are_named() {
    let violation = refuse("qua-tai", "Hết giờ.").expect_err("refused");
    assert_eq!(violation.rule, Rule::RefusalNeedsGround);
    assert_eq!(violation.facts["grounds"], Fact::List(vec!["quy-hoach".to_owned()]));
}

#[test]
fn a_ground_without_explanation_is_not_enough_and_a_blank_explains_nothing() {
    assert!(refuse("quy-hoach", "x").is_ok());
    for blank in ["", " \n\t "] {
        assert_eq!(broken(refuse("quy-hoach", blank)), Rule::RefusalNeedsGround);
    }
}

#[test]
fn only_a_clerk_of_the_receiving_agency_refuses() {
    let state = submitted(complete());
    for stranger in strangers().into_iter().chain([Actor::Applicant]) {
        assert_eq!(broken(by(&stranger, &state, refusal())), Rule::RightDesk, "{stranger:?}");
    }
}

#[test]
fn nothing_is_refused_before_submission_after_acceptance_or_twice() {
    assert_eq!(broken(by(&clerk(), &State::default(), refusal())), Rule::StageOrder);
    for before in [Command::Accept, refusal(), withdrawal()] {
        let state = then(submitted(complete()), before);
        assert_eq!(broken(by(&clerk(), &state, refusal())), Rule::StageOrder);
    }
}
