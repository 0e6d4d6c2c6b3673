//! Whose desk a step lies on (`right-desk`).

use super::*;
use kernel::Fact;

#[test]
fn a_step_is_completed_only_by_the_role_it_lies_with() {
    let way = Way::begun(plain());
    assert!(way.asked(&clerk(), done("chuyen")).is_ok());
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Clerk) {
        assert_eq!(broken(way.asked(&person(role, LEAD, 8), done("chuyen"))), Rule::RightDesk, "{role}");
    }
}

#[test]
fn a_step_is_completed_only_by_the_agency_it_lies_with() {
    let way = Way::begun(plain());
    let violation = way.asked(&person(Role::Clerk, LATER, 1), done("chuyen")).expect_err("refused");
    assert_eq!(violation.rule, Rule::RightDesk);
    assert_eq!(violation.facts["agency"], Fact::from(LEAD));
    assert_eq!(violation.facts["role"], Fact::from("clerk"));
}

#[test]
fn the_lead_does_not_complete_a_coordinating_agencys_step() {
    let way = Way::begun(forked()).then(&officer(), FRIDAY, done("nhan-ho-so"));
    assert_eq!(broken(way.asked(&officer(), done("cu-tru"))), Rule::RightDesk);
    assert!(way.asked(&person(Role::Officer, LATER, 4), done("cu-tru")).is_ok());
}

#[test]
fn one_of_several_roles_is_enough() {
    let both = Staff { roles: vec![Role::Officer, Role::Clerk], ..clerk() };
    assert!(Way::begun(plain()).asked(&both, done("chuyen")).is_ok());
}

#[test]
fn an_assigned_step_refuses_another_officer_of_the_same_role() {
    let (first, second) = (person(Role::Officer, LEAD, 21), person(Role::Officer, LEAD, 22));
    let way = Way::begun(plain()).then(&clerk(), FRIDAY, done("chuyen"));
    assert!(way.asked(&second, done("tham-dinh")).is_ok());
    let way = way.then(&head(), FRIDAY, give("tham-dinh", &first));
    for command in [done("tham-dinh"), back("tham-dinh", "chuyen"), give("tham-dinh", &second)] {
        let violation = way.asked(&second, command).expect_err("refused");
        assert_eq!(violation.rule, Rule::RightDesk);
        assert_eq!(violation.facts["officer"], Fact::from(first.user.to_string()));
    }
    assert!(way.asked(&first, done("tham-dinh")).is_ok());
}

#[test]
fn neither_the_applicant_nor_the_system_has_a_desk() {
    let way = Way::begun(plain());
    for actor in [Actor::Applicant, Actor::System] {
        for command in [done("chuyen"), back("chuyen", "chuyen"), give("chuyen", &clerk())] {
            assert_eq!(broken(way.ask(&actor, MONDAY, command)), Rule::RightDesk, "{actor:?}");
        }
    }
}

#[test]
fn who_comes_second_to_a_step_that_lay_open_finds_it_changed_meanwhile() {
    let way = Way::begun(plain()).then(&clerk(), FRIDAY, done("chuyen"));
    let violation = way.asked(&clerk(), done("chuyen")).expect_err("refused");
    assert_eq!(violation.rule, Rule::ChangedMeanwhile);
    assert_eq!(violation.facts["open"], Fact::List(vec!["tham-dinh".to_owned()]));
    let sent_back = way.then(&officer(), MONDAY, back("tham-dinh", "chuyen"));
    assert_eq!(broken(sent_back.asked(&officer(), done("tham-dinh"))), Rule::ChangedMeanwhile);
}

#[test]
fn a_step_whose_turn_has_not_come_is_out_of_order() {
    let way = Way::begun(plain());
    for command in [done("ky"), back("ky", "chuyen"), give("ky", &head()), done("khong-co")] {
        assert_eq!(broken(way.asked(&head(), command)), Rule::StageOrder);
    }
    let way = way.then(&clerk(), FRIDAY, done("chuyen"));
    assert_eq!(
        broken(way.asked(&head(), done("ky"))),
        Rule::StageOrder,
        "another step has ended, not this one"
    );
}
