//! A step is given to an officer.

use super::*;

fn leader() -> Staff {
    person(Role::Leader, LEAD, 6)
}

fn colleague() -> Staff {
    person(Role::Officer, LEAD, 7)
}

/// Lies with the officers.
fn examined() -> Way {
    Way::begun(plain()).then(&clerk(), FRIDAY, done("chuyen"))
}

fn held_by(way: &Way) -> Option<UserId> {
    way.state.open_step(&code("tham-dinh")).expect("lies open").officer
}

#[test]
fn a_leader_and_the_head_of_the_agency_may_assign() {
    for giver in [leader(), head()] {
        let way = examined().then(&giver, MONDAY, give("tham-dinh", &officer()));
        assert_eq!(held_by(&way), Some(officer().user));
        assert_eq!(way.opened("tham-dinh").at, FRIDAY, "the clock runs on");
    }
}

#[test]
fn nobody_else_may_assign() {
    let others = [Role::Clerk, Role::Officer, Role::Deputy, Role::Supervisor, Role::Administrator];
    for role in others {
        let giver = person(role, LEAD, 8);
        assert_eq!(
            broken(examined().asked(&giver, give("tham-dinh", &officer()))),
            Rule::RightDesk,
            "{role}"
        );
    }
    let leader_elsewhere = person(Role::Leader, LATER, 6);
    assert_eq!(broken(examined().asked(&leader_elsewhere, give("tham-dinh", &officer()))), Rule::RightDesk);
}

#[test]
fn an_officer_may_take_what_lies_with_the_officers() {
    let way = examined().then(&officer(), MONDAY, give("tham-dinh", &officer()));
    assert_eq!(held_by(&way), Some(officer().user));
}

#[test]
fn an_officer_may_not_take_what_lies_with_a_colleague() {
    let way = examined().then(&leader(), MONDAY, give("tham-dinh", &colleague()));
    assert_eq!(broken(way.asked(&officer(), give("tham-dinh", &officer()))), Rule::RightDesk);
}

#[test]
fn an_officer_may_not_pass_it_on_to_a_colleague() {
    assert_eq!(broken(examined().asked(&officer(), give("tham-dinh", &colleague()))), Rule::RightDesk);
}

#[test]
fn a_leader_may_take_it_from_one_officer_and_give_it_to_another() {
    let way = examined().then(&leader(), MONDAY, give("tham-dinh", &colleague()));
    let way = way.then(&leader(), MONDAY, give("tham-dinh", &officer()));
    assert_eq!(held_by(&way), Some(officer().user));
    assert_eq!(broken(way.asked(&colleague(), done("tham-dinh"))), Rule::RightDesk);
}

#[test]
fn it_is_given_only_to_someone_with_its_role_at_its_agency() {
    for unfit in [clerk(), leader(), person(Role::Officer, LATER, 2)] {
        assert_eq!(
            broken(examined().asked(&leader(), give("tham-dinh", &unfit))),
            Rule::RightDesk,
            "{unfit:?}"
        );
    }
}
