//! A coordinating agency receives its leg.

use super::*;

fn handed_over() -> Way {
    Way::begun(forked()).then(&officer(), FRIDAY, done("nhan-ho-so"))
}

fn receive(leg: &str) -> Command {
    Command::Receive { leg: code(leg) }
}

fn kinds(events: &[Event]) -> Vec<&'static str> {
    let kind = |event: &Event| match event {
        Event::LegReceived(_) => "received",
        Event::StepDone(_) => "done",
        Event::StepSentBack(_) => "sent back",
        Event::StepAssigned(_) => "assigned",
        _ => "else",
    };
    events.iter().map(kind).collect()
}

#[test]
fn anyone_at_work_there_confirms_that_a_leg_has_arrived() {
    for role in [Role::Clerk, Role::Officer, Role::Leader, Role::Deputy, Role::Head] {
        let way = handed_over();
        let there = person(role, LATER, 7);
        assert_eq!(kinds(&way.asked(&there, receive("cong-an")).expect("allowed")), ["received"]);
        for elsewhere in [LEAD, MORNINGS] {
            let stranger = person(role, elsewhere, 7);
            assert_eq!(broken(way.asked(&stranger, receive("cong-an"))), Rule::RightDesk);
        }
    }
    let supervisor = person(Role::Supervisor, LATER, 7);
    assert_eq!(broken(handed_over().asked(&supervisor, receive("cong-an"))), Rule::RightDesk);
}

#[test]
fn a_leg_is_received_once_and_only_what_was_handed_over() {
    let way = handed_over().then(&police(), MONDAY, receive("cong-an"));
    assert_eq!(broken(way.asked(&police(), receive("cong-an"))), Rule::ChangedMeanwhile);
    assert_eq!(broken(Way::begun(forked()).asked(&officer(), receive("nhan"))), Rule::StageOrder);
    assert_eq!(broken(handed_over().asked(&officer(), receive("tra"))), Rule::StageOrder);
}

#[test]
fn whoever_works_on_it_first_has_received_it() {
    let way = handed_over();
    let leader = person(Role::Leader, LATER, 8);
    let commands = [
        (police(), done("cu-tru"), ["received", "done"]),
        (police(), back("cu-tru", "nhan-ho-so"), ["received", "sent back"]),
        (leader, give("cu-tru", &police()), ["received", "assigned"]),
    ];
    for (staff, command, expected) in commands {
        assert_eq!(kinds(&way.asked(&staff, command).expect("allowed")), expected);
    }
    let received = way.then(&police(), FRIDAY, receive("cong-an"));
    assert_eq!(kinds(&received.asked(&police(), done("cu-tru")).expect("allowed")), ["done"]);
    assert_eq!(
        kinds(&Way::begun(forked()).asked(&officer(), done("nhan-ho-so")).expect("allowed")),
        ["done"]
    );
}

#[test]
fn a_refused_act_is_no_receipt() {
    assert_eq!(broken(handed_over().asked(&insurance(), done("cu-tru"))), Rule::RightDesk);
}

#[test]
fn the_time_runs_from_the_hand_over_whenever_it_is_received() {
    let way = handed_over().then(&police(), MONDAY, receive("cong-an"));
    let opened = way.opened("cu-tru");
    assert_eq!((opened.at, opened.due), (FRIDAY, datetime!(2026-11-20 13:45 +7)));
}

#[test]
fn handed_over_anew_it_is_received_anew() {
    let way = handed_over().then(&police(), FRIDAY, back("cu-tru", "nhan-ho-so"));
    let way = way.then(&officer(), FRIDAY, done("nhan-ho-so"));
    assert_eq!(kinds(&way.asked(&police(), receive("cong-an")).expect("allowed")), ["received"]);
}
