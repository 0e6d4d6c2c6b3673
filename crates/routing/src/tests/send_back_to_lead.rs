//! A coordinating agency sends its leg back to the lead.

use super::*;
use crate::Ended;

/// Handed over on Friday 8:15; police and insurance are at work.
fn handed_over() -> Way {
    Way::begun(forked()).then(&officer(), FRIDAY, done("nhan-ho-so"))
}

/// Sent back by the police on Friday at 10, when they had used two of their four hours.
fn sent_back() -> Way {
    handed_over().then(&police(), datetime!(2026-11-20 10:15 +7), back("cu-tru", "nhan-ho-so"))
}

#[test]
fn the_leads_step_lies_open_again_and_the_other_legs_go_on() {
    let way = sent_back();
    assert_eq!(way.open(), ["cap-the", "nhan-ho-so"]);
    assert_eq!(way.standing("cong-an"), Standing::SentBack);
    assert_eq!(way.standing("nhan"), Standing::Open);
    assert_eq!(way.standing("bao-hiem"), Standing::Open);
}

#[test]
fn what_the_lead_takes_is_the_leads_and_the_leg_goes_on_with_what_was_left() {
    let way = sent_back().then(&officer(), MONDAY, done("nhan-ho-so"));
    assert_eq!(way.open(), ["cap-the", "cu-tru"], "only what had come back is handed over anew");
    let opened = way.opened("cu-tru");
    assert_eq!((opened.at, opened.given_minutes), (MONDAY, 240 - 120));
    assert_eq!(way.last_turn().used_minutes, 75 + 240 + 90, "Friday and Monday, the lead's");
    assert_eq!(way.standing("nhan"), Standing::Done);
}

#[test]
fn a_leg_sent_back_from_its_second_step_goes_on_with_that() {
    let mut process = forked();
    let sign = from_value(step("ky", "head", &share(2, "working_hours"))).expect("a step");
    process.legs[1].steps.push(sign);
    let way = Way::begun(process).then(&officer(), FRIDAY, done("nhan-ho-so"));
    let way = way.then(&police(), FRIDAY, done("cu-tru"));
    let chief = person(Role::Head, LATER, 6);
    let way = way.then(&chief, MONDAY, back("ky", "nhan-ho-so")).then(&officer(), MONDAY, done("nhan-ho-so"));
    assert_eq!(way.open(), ["cap-the", "ky"]);
}

#[test]
fn what_waits_for_the_leg_waits_until_it_is_done_after_all() {
    let way = sent_back().then(&insurance(), MONDAY, done("cap-the"));
    assert_eq!(way.open(), ["nhan-ho-so"]);
    let way = way.then(&officer(), MONDAY, done("nhan-ho-so"));
    assert_eq!(way.open(), ["cu-tru"]);
    assert_eq!(way.then(&police(), MONDAY, done("cu-tru")).open(), ["tap-hop"]);
}

#[test]
fn two_agencies_do_not_send_back_to_the_same_step_at_once() {
    let way = sent_back();
    assert_eq!(broken(way.asked(&insurance(), back("cap-the", "nhan-ho-so"))), Rule::StageOrder);
    let way = way.then(&officer(), MONDAY, done("nhan-ho-so"));
    assert!(way.asked(&insurance(), back("cap-the", "nhan-ho-so")).is_ok(), "once the lead is done with it");
}

#[test]
fn it_goes_to_no_other_agencys_step_and_to_no_leg_that_does_not_come_before() {
    let mut process = forked();
    process.legs[2].after = vec![code("cong-an")];
    let way = Way::begun(process).then(&officer(), FRIDAY, done("nhan-ho-so"));
    let way = way.then(&police(), FRIDAY, done("cu-tru"));
    for to in ["cu-tru", "tap-hop"] {
        assert_eq!(broken(way.asked(&insurance(), back("cap-the", to))), Rule::StageOrder, "{to}");
    }
    let way = way.then(&insurance(), MONDAY, back("cap-the", "nhan-ho-so"));
    assert_eq!(way.then(&officer(), MONDAY, done("nhan-ho-so")).open(), ["cap-the"], "the police stay done");
}

#[test]
fn the_turn_that_was_sent_back_stays_with_the_agency_that_sent_it() {
    let way = sent_back();
    let turn = way.last_turn();
    assert_eq!((turn.ended, turn.by, turn.used_minutes), (Ended::SentBack, Some(police().user), 120));
}
