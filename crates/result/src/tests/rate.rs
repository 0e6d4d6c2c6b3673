//! The applicant rates the service (`rated-once`).

use super::*;

#[test]
fn the_applicant_rates_after_the_result_was_returned() {
    let state =
        after(vec![(officer(), grant()), (clerk(), to_the_applicant()), (Actor::Applicant, rating(4))]);
    assert_eq!(state.rated.map(u8::from), Some(4));
}

#[test]
fn nobody_rates_before_that() {
    for state in [State::default(), recorded()] {
        assert_eq!(broken(by(&Actor::Applicant, &state, rating(5))), Rule::RatedOnce);
    }
}

#[test]
fn a_dossier_is_rated_once() {
    let state =
        after(vec![(officer(), grant()), (clerk(), to_the_applicant()), (Actor::Applicant, rating(2))]);
    let violation = by(&Actor::Applicant, &state, rating(5)).expect_err("refused");
    assert_eq!(violation.rule, Rule::RatedOnce);
    assert_eq!(violation.facts["rated"], Fact::Count(2));
}

#[test]
fn no_one_rates_for_the_applicant() {
    for actor in [clerk(), officer(), staff(Role::Administrator, "H32.1"), Actor::System] {
        assert_eq!(broken(by(&actor, &returned(), rating(5))), Rule::RightDesk, "{actor:?}");
    }
}

#[test]
fn a_score_is_one_to_five() {
    for (score, sound) in [(0, false), (1, true), (5, true), (6, false)] {
        assert_eq!(Score::try_from(score).is_ok(), sound, "{score}");
        assert_eq!(serde_json::from_str::<Score>(&score.to_string()).is_ok(), sound, "{score}");
    }
}
