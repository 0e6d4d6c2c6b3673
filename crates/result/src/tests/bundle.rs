//! The papers of all members are collected at the lead's counter, and returned once, there (`lead-and-coordinators`).

use super::*;

const NO: &str = "Không đủ điều kiện.";

fn asked(actor: &Actor, state: &State, command: Command) -> Result<Vec<Event>, Violation> {
    among(&birth(), actor, state, command)
}

fn one_denied() -> State {
    collected(vec![granted("khai-sinh"), granted("cu-tru"), denied("bao-hiem", NO)])
}

fn all_denied() -> State {
    collected(vec![denied("khai-sinh", NO), denied("cu-tru", NO), denied("bao-hiem", NO)])
}

#[test]
fn a_bundle_has_no_result_before_all_its_papers_are_there() {
    let partial = [
        (vec![], &["khai-sinh", "cu-tru", "bao-hiem"] as &[_]),
        (vec![granted("cu-tru")], &["khai-sinh", "bao-hiem"]),
        (vec![granted("bao-hiem"), denied("khai-sinh", NO)], &["cu-tru"]),
    ];
    for (papers, missing) in partial {
        let violation = asked(&officer(), &collected(papers), grant()).expect_err("refused");
        assert_eq!(violation.rule, Rule::LeadAndCoordinators);
        assert_eq!(violation.facts["papers_missing"], list(missing));
    }
    assert!(asked(&officer(), &all_granted(), grant()).is_ok());
}

#[test]
fn it_needs_no_paper_of_its_own_and_may_have_one_that_covers_them() {
    let bare = then(all_granted(), &officer(), whole(Kind::Granted)).recorded.expect("recorded");
    assert_eq!((bare.paper, bare.result), (None, Kind::Granted));
    let covered = then(all_granted(), &officer(), grant()).recorded.expect("recorded");
    assert_eq!(covered.paper, Some(paper()));
}

#[test]
fn whoever_decides_at_the_lead_records_it_or_the_clerk_who_collects() {
    for role in Role::ALL {
        let may = matches!(role, Role::Officer | Role::Deputy | Role::Head | Role::Clerk);
        let decided = asked(&staff(role, "H32.1"), &all_granted(), whole(Kind::Granted));
        assert_eq!(decided.is_ok(), may, "{role}");
    }
    for actor in [staff(Role::Clerk, "H32.2"), staff(Role::Head, "H32.3"), Actor::Applicant, Actor::System] {
        let violation = asked(&actor, &all_granted(), whole(Kind::Granted)).expect_err("refused");
        assert_eq!((violation.rule, &violation.facts["agency"]), (Rule::RightDesk, &"H32.1".into()));
    }
}

#[test]
fn it_isnt_denied_while_a_member_was_granted() {
    let denials = [
        (all_granted(), &["khai-sinh", "cu-tru", "bao-hiem"] as &[_]),
        (one_denied(), &["khai-sinh", "cu-tru"]),
    ];
    for (state, legs) in denials {
        let violation = asked(&clerk(), &state, whole(Kind::Denied)).expect_err("refused");
        assert_eq!((violation.rule, &violation.facts["granted"]), (Rule::StageOrder, &list(legs)));
    }
    let state = then(all_denied(), &clerk(), whole(Kind::Denied));
    assert_eq!(state.kind(), Some(Kind::Denied));
}

#[test]
fn it_isnt_granted_while_all_members_were_denied() {
    let violation = asked(&clerk(), &all_denied(), whole(Kind::Granted)).expect_err("refused");
    let legs = list(&["khai-sinh", "cu-tru", "bao-hiem"]);
    assert_eq!((violation.rule, &violation.facts["denied"]), (Rule::StageOrder, &legs));
    let state = then(one_denied(), &clerk(), whole(Kind::Granted));
    assert_eq!(state.kind(), Some(Kind::Granted));
}

#[test]
fn a_bundle_that_is_denied_says_why_too() {
    let blank = Command::Record { result: Kind::Denied, paper: None, reasons: " ".to_owned() };
    assert_eq!(broken(asked(&clerk(), &all_denied(), blank)), Rule::DenialNeedsReasons);
}

#[test]
fn what_a_bundle_comes_to_is_recorded_once() {
    let state = then(all_granted(), &clerk(), whole(Kind::Granted));
    assert_eq!(broken(asked(&clerk(), &state, whole(Kind::Granted))), Rule::ChangedMeanwhile);
}

#[test]
fn a_paper_that_is_no_longer_due_decides_nothing() {
    let state = collected(vec![granted("khai-sinh"), denied("cu-tru", NO), denied("bao-hiem", NO)]);
    let due = &birth()[1..];
    assert!(among(due, &clerk(), &state, whole(Kind::Denied)).is_ok());
    assert_eq!(broken(among(due, &clerk(), &state, whole(Kind::Granted))), Rule::StageOrder);
}

#[test]
fn the_whole_is_returned_once_whatever_was_handed_out_early() {
    let state = then(all_granted(), &clerk(), early("khai-sinh"));
    assert_eq!(broken(asked(&clerk(), &state, to_the_applicant())), Rule::StageOrder);
    let state = then(state, &clerk(), whole(Kind::Granted));
    let elsewhere = asked(&staff(Role::Clerk, "H32.2"), &state, to_the_applicant());
    assert_eq!(broken(elsewhere), Rule::LeadAndCoordinators);
    let state = then(state, &clerk(), to_the_applicant());
    assert!(state.returned.is_some());
    assert_eq!(broken(asked(&clerk(), &state, to_the_applicant())), Rule::StageOrder);
    assert!(asked(&Actor::Applicant, &state, rating(5)).is_ok());
}

#[test]
fn whether_it_may_be_recorded_is_told_before_anybody_asks() {
    let ready = |state: &State, actor: &Actor| {
        at_the_lead(&birth(), actor, |facts| crate::record::ready(state, facts))
    };
    assert_eq!(ready(&all_granted(), &clerk()).ok(), clerk().user());
    assert_eq!(broken(ready(&State::default(), &clerk())), Rule::LeadAndCoordinators);
    let plain = at_the_lead(&[], &clerk(), |facts| crate::record::ready(&State::default(), facts));
    assert_eq!(broken(plain), Rule::RightDesk);
}
