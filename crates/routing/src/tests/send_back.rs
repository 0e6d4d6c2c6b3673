//! A step goes back to an earlier one of its leg.

use super::*;
use crate::Ended;
use kernel::Fact;

/// Examined by the officer since Friday 9:45; the clerk has used 90 of their 120 minutes.
fn examined() -> Way {
    Way::begun(plain()).then(&clerk(), datetime!(2026-11-20 09:45 +7), done("chuyen"))
}

#[test]
fn the_earlier_step_opens_again_with_what_is_left_of_its_time() {
    let way = examined().then(&officer(), MONDAY, back("tham-dinh", "chuyen"));
    assert_eq!(way.open(), ["chuyen"]);
    let opened = way.opened("chuyen");
    assert_eq!((opened.at, opened.given_minutes), (MONDAY, 120 - 90));
    assert_eq!(opened.due, datetime!(2026-11-23 09:30 +7));
}

#[test]
fn the_time_it_took_stays_with_who_sent_it_back() {
    let way = examined().then(&officer(), MONDAY, back("tham-dinh", "chuyen"));
    let turn = way.last_turn();
    assert_eq!(
        (turn.by, turn.ended, turn.used_minutes),
        (Some(officer().user), Ended::SentBack, 105 + 240 + 90)
    );
}

#[test]
fn what_is_left_is_none_when_all_was_used_and_never_below() {
    for (used, left) in [(119, 1), (120, 0), (121, 0)] {
        let way = Way::begun(plain()).then(&clerk(), FRIDAY + time::Duration::minutes(used), done("chuyen"));
        let way = way.then(&officer(), MONDAY, back("tham-dinh", "chuyen"));
        assert_eq!(way.opened("chuyen").given_minutes, left, "{used} used");
    }
}

#[test]
fn whoever_sent_it_back_gets_it_again_with_what_is_left_of_theirs() {
    let way = examined().then(&officer(), datetime!(2026-11-20 11:30 +7), back("tham-dinh", "chuyen")).then(
        &clerk(),
        MONDAY,
        done("chuyen"),
    );
    assert_eq!(way.opened("tham-dinh").given_minutes, 480 - 105);
    assert_eq!(way.state.used_by(&code("tham-dinh")), 105);
}

#[test]
fn it_goes_back_over_several_steps_to_any_earlier_one_of_the_leg() {
    let way = examined().then(&officer(), MONDAY, done("tham-dinh"));
    assert!(way.asked(&head(), back("ky", "tham-dinh")).is_ok());
    let way = way.then(&head(), MONDAY, back("ky", "chuyen"));
    assert_eq!(way.open(), ["chuyen"]);
    assert_eq!(way.then(&clerk(), MONDAY, done("chuyen")).open(), ["tham-dinh"]);
}

#[test]
fn it_goes_neither_to_itself_nor_to_a_later_step_nor_to_a_stranger() {
    for to in ["tham-dinh", "ky", "khong-co"] {
        let violation = examined().asked(&officer(), back("tham-dinh", to)).expect_err("refused");
        assert_eq!(violation.rule, Rule::StageOrder);
        assert_eq!(violation.facts["earlier"], Fact::List(vec!["chuyen".to_owned()]));
    }
}

#[test]
fn the_leads_own_first_step_goes_nowhere_back_not_even_to_an_earlier_leg() {
    let way = Way::begun(forked()).then(&officer(), FRIDAY, done("nhan-ho-so"));
    let way = way.then(&police(), FRIDAY, done("cu-tru")).then(&insurance(), MONDAY, done("cap-the"));
    for to in ["nhan-ho-so", "cu-tru"] {
        assert_eq!(broken(way.asked(&officer(), back("tap-hop", to))), Rule::StageOrder);
    }
}

#[test]
fn only_who_it_lies_with_sends_it_back() {
    for staff in [clerk(), head(), person(Role::Officer, LATER, 4), person(Role::Leader, LEAD, 5)] {
        assert_eq!(
            broken(examined().asked(&staff, back("tham-dinh", "chuyen"))),
            Rule::RightDesk,
            "{staff:?}"
        );
    }
}

#[test]
fn sent_back_it_lies_with_anyone_of_its_role_again() {
    let way = Way::begun(plain()).then(&clerk(), FRIDAY, give("chuyen", &clerk()));
    let way =
        way.then(&clerk(), FRIDAY, done("chuyen")).then(&officer(), MONDAY, back("tham-dinh", "chuyen"));
    assert!(way.asked(&person(Role::Clerk, LEAD, 99), done("chuyen")).is_ok());
}
