//! Consultations, with a deadline.

use super::*;
use crate::Question;
use kernel::Fact;

const DUE: OffsetDateTime = datetime!(2026-11-25 17:30 +7);

fn question(agency: &str, due: OffsetDateTime) -> Command {
    let (step, question) = (code("tham-dinh"), "Lô đất có trong quy hoạch không?".to_owned());
    Command::Consult(Question { step, agency: code(agency), question, due })
}

fn answer(number: u32) -> Command {
    Command::Answer { number, reply: "Không".to_owned() }
}

fn examined() -> Way {
    Way::begun(plain()).then(&clerk(), FRIDAY, done("chuyen"))
}

fn consulted() -> Way {
    examined().then(&officer(), MONDAY, question(LATER, DUE))
}

fn unanswered(way: &Way, now: OffsetDateTime) -> Result<Vec<Event>, Violation> {
    way.ask(&Actor::System, now, Command::Unanswered { number: 1 })
}

#[test]
fn who_holds_a_step_asks_another_agency_by_a_deadline() {
    let way = consulted();
    let asked = &way.state.consultations[0].asked;
    assert_eq!((asked.number, asked.asking.as_str(), asked.asked.as_str()), (1, LEAD, LATER));
    assert_eq!((asked.at, asked.due, asked.by), (MONDAY, DUE, officer().user));
    assert_eq!(way.open(), ["tham-dinh"], "nothing waits for the answer");
    let way = way.then(&officer(), MONDAY, question(MORNINGS, DUE));
    assert_eq!(way.state.consultations[1].asked.number, 2);
}

#[test]
fn nobody_else_asks_and_no_agency_asks_itself_or_by_a_moment_that_has_passed() {
    let way = examined();
    for staff in [clerk(), head(), police()] {
        assert_eq!(broken(way.asked(&staff, question(LATER, DUE))), Rule::RightDesk);
    }
    assert_eq!(broken(way.asked(&officer(), question(LEAD, DUE))), Rule::StageOrder);
    let late = way.asked(&officer(), question(LATER, MONDAY)).expect_err("refused");
    assert_eq!((late.rule, &late.facts["due"]), (Rule::StageOrder, &Fact::Moment(MONDAY)));
    assert!(way.asked(&officer(), question(LATER, MONDAY + time::Duration::SECOND)).is_ok());
    let end_of_time = datetime!(9999-12-31 23:30 +0);
    assert_eq!(broken(way.asked(&officer(), question(LATER, end_of_time))), Rule::StageOrder);
}

#[test]
fn the_agency_that_was_asked_answers_once_in_time_or_late() {
    let way = consulted();
    for role in [Role::Officer, Role::Leader, Role::Deputy, Role::Head] {
        assert!(way.asked(&person(role, LATER, 7), answer(1)).is_ok(), "{role}");
    }
    for staff in [person(Role::Clerk, LATER, 7), insurance(), officer()] {
        assert_eq!(broken(way.asked(&staff, answer(1))), Rule::RightDesk);
    }
    assert_eq!(broken(way.asked(&police(), answer(2))), Rule::StageOrder);
    let answered = way.then(&police(), DUE + time::Duration::DAY, answer(1));
    assert_eq!(
        answered.state.consultations[0].answered.as_ref().map(|answered| answered.by),
        Some(police().user)
    );
    assert_eq!(broken(answered.asked(&police(), answer(1))), Rule::ChangedMeanwhile);
}

#[test]
fn no_answer_in_time_goes_on_record_once_and_may_still_come() {
    let way = consulted();
    assert_eq!(broken(unanswered(&way, DUE)), Rule::StageOrder, "the last moment is in time");
    let after = DUE + time::Duration::SECOND;
    assert_eq!(
        broken(way.ask(&Actor::Staff(officer()), after, Command::Unanswered { number: 1 })),
        Rule::RightDesk
    );
    let events = unanswered(&way, after).expect("allowed");
    let state = events.iter().fold(way.state.clone(), evolve);
    assert_eq!(state.consultations[0].unanswered, Some(after));
    let way = Way { state, ..way };
    assert_eq!(broken(unanswered(&way, after)), Rule::StageOrder);
    let way = way.then(&police(), after, answer(1));
    assert!(way.state.consultations[0].answered.is_some());
}

#[test]
fn what_was_answered_is_not_unanswered() {
    let way = consulted().then(&police(), MONDAY, answer(1));
    assert_eq!(broken(unanswered(&way, DUE + time::Duration::DAY)), Rule::StageOrder);
}
