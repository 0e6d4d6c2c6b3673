//! The result is recorded (`denial-needs-reasons`).

use super::*;

#[test]
fn an_officer_a_deputy_or_the_head_of_the_agency_that_answers_records_the_result() {
    for role in Role::ALL {
        let may = matches!(role, Role::Officer | Role::Deputy | Role::Head);
        let decided = by(&staff(role, "H32.1"), &State::default(), grant());
        assert_eq!(
            decided.map_err(|violation| violation.rule).err(),
            (!may).then_some(Rule::RightDesk),
            "{role}"
        );
    }
}

#[test]
fn nobody_else_records_it() {
    for actor in [staff(Role::Head, "H32.2"), Actor::Applicant, Actor::System] {
        assert_eq!(broken(by(&actor, &State::default(), grant())), Rule::RightDesk, "{actor:?}");
    }
}

#[test]
fn a_grant_needs_no_reasons() {
    let state = recorded();
    assert_eq!(state.kind(), Some(Kind::Granted));
    let recorded = state.recorded.expect("recorded");
    assert_eq!((recorded.at, recorded.by, recorded.paper), (NOW, UserId(Uuid::from_u128(1)), Some(paper())));
}

#[test]
fn a_denial_states_its_reasons_and_a_blank_states_none() {
    let state = after(vec![(officer(), denial("Vượt chiều cao cho phép."))]);
    assert_eq!(state.kind(), Some(Kind::Denied));
    for blank in ["", " \n\t"] {
        assert_eq!(broken(by(&officer(), &State::default(), denial(blank))), Rule::DenialNeedsReasons);
    }
}

#[test]
fn a_result_that_isnt_a_bundle_stands_on_a_paper() {
    for result in [Kind::Granted, Kind::Denied] {
        let violation = by(&officer(), &State::default(), whole(result)).expect_err("refused");
        assert_eq!((violation.rule, &violation.facts["lacking"]), (Rule::StageOrder, &"paper".into()));
    }
}

#[test]
fn who_records_a_second_result_finds_it_changed_meanwhile() {
    for second in [grant(), denial("Vượt chiều cao.")] {
        assert_eq!(broken(by(&officer(), &recorded(), second)), Rule::ChangedMeanwhile);
    }
}

#[test]
fn a_kind_has_one_name_in_the_log_and_everywhere_else() {
    for (kind, name) in [(Kind::Granted, "granted"), (Kind::Denied, "denied")] {
        assert_eq!(kind.as_str(), name);
        assert_eq!(serde_json::to_value(kind).expect("JSON"), name);
    }
}
