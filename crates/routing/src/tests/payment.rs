//! A leg that starts once the applicant has paid.

use super::*;
use crate::pause::{pause, resume};
use crate::pay::pay;
use kernel::Fact;

fn told(sum: Option<u64>) -> Command {
    Command::Done(Completion { payment: sum, ..Completion::of(code("tinh-thue")) })
}

/// At the tax office; the field trip is under way if so decided.
fn at_the_tax_office(trip: bool) -> Way {
    let decided = [(code("thuc-dia"), trip)].into();
    let taken_in = Command::Done(Completion { decided, ..Completion::of(code("nhan-ho-so")) });
    Way::begun_with(land(), FRIDAY, &["trich-do"]).then(&officer(), FRIDAY, taken_in)
}

fn paid(mut way: Way) -> Way {
    let (actor, lead) = (Actor::System, code(LEAD));
    let paid = pay(&way.state, &way.facts(&actor, MONDAY, &lead), &code("cap-giay"));
    way.state = evolve(way.state, &Event::LegPaid(paid));
    way
}

#[test]
fn the_sum_is_told_with_the_step_that_finds_it_out_and_nowhere_else() {
    let way = at_the_tax_office(false);
    let silent = way.asked(&police(), told(None)).expect_err("refused");
    assert_eq!(silent.rule, Rule::StageOrder);
    assert_eq!(silent.facts["sum_to_tell_for"], Fact::Text("cap-giay".to_owned()));
    let elsewhere = Command::Done(Completion { payment: Some(1), ..Completion::of(code("di-thuc-dia")) });
    assert_eq!(broken(at_the_tax_office(true).asked(&insurance(), elsewhere)), Rule::StageOrder);
    assert_eq!(way.then(&police(), MONDAY, told(Some(1))).state.told, Some(1));
}

#[test]
fn the_leg_waits_for_the_payment_and_starts_with_it() {
    let way = at_the_tax_office(false).then(&police(), MONDAY, told(Some(5_000_000)));
    assert_eq!((way.open(), way.standing("cap-giay")), (vec![], Standing::AwaitingPayment));
    assert!(!way.state.is_finished());
    let way = paid(way);
    assert_eq!((way.open(), way.standing("cap-giay")), (vec!["in-giay"], Standing::Open));
    assert_eq!(way.state.awaiting, None);
}

#[test]
fn where_there_is_nothing_to_pay_nothing_is_waited_for() {
    let way = at_the_tax_office(false).then(&police(), MONDAY, told(Some(0)));
    assert_eq!(way.open(), ["in-giay"]);
}

#[test]
fn where_the_leg_that_would_tell_the_sum_is_not_worked_nothing_is_waited_for() {
    let mut process = land();
    process.legs[3].only_if = Some(catalog::Condition::NotHanded(code("trich-do")));
    let decided = [(code("thuc-dia"), false)].into();
    let taken_in = Command::Done(Completion { decided, ..Completion::of(code("nhan-ho-so")) });
    let way = Way::begun_with(process, FRIDAY, &["trich-do"]).then(&officer(), FRIDAY, taken_in);
    assert_eq!((way.open(), way.standing("thue")), (vec!["in-giay"], Standing::Skipped));
}

#[test]
fn paid_early_it_waits_for_the_others_only() {
    let way = at_the_tax_office(true).then(&police(), MONDAY, told(Some(1)));
    assert_eq!((way.open(), way.standing("cap-giay")), (vec!["di-thuc-dia"], Standing::Ahead));
    let way = paid(way);
    assert_eq!(way.open(), ["di-thuc-dia"]);
    assert_eq!(way.then(&insurance(), MONDAY, done("di-thuc-dia")).open(), ["in-giay"]);
}

#[test]
fn paid_while_the_clock_stands_for_something_else_it_starts_with_the_clock() {
    let mut way = at_the_tax_office(false).then(&police(), MONDAY, told(Some(1)));
    let (actor, lead) = (Actor::System, code(LEAD));
    let paused = Event::Paused(pause(&way.state, &way.facts(&actor, MONDAY, &lead)));
    way.state = evolve(way.state, &paused);
    let mut way = paid(way);
    assert_eq!(way.open(), [""; 0]);
    let resumed = Event::Resumed(resume(&way.state, &way.facts(&actor, MONDAY, &lead), false));
    way.state = evolve(way.state, &resumed);
    assert_eq!((way.open(), way.state.awaiting.clone()), (vec!["in-giay"], None));
}

#[test]
fn paid_while_a_leg_before_it_lies_sent_back_it_starts_when_that_is_done_again() {
    let mut process = land();
    let beside = leg(
        "bao-hiem",
        Some(MORNINGS),
        &["nhan"],
        &json!([step("ghi-nhan", "officer", &share(4, "working_hours"))]),
    );
    process.legs.push(from_value(beside).expect("a leg"));
    let decided = [(code("thuc-dia"), false)].into();
    let taken_in = Command::Done(Completion { decided, ..Completion::of(code("nhan-ho-so")) });
    let way = Way::begun_with(process, FRIDAY, &["trich-do"]).then(&officer(), FRIDAY, taken_in);
    let way = way.then(&police(), MONDAY, told(Some(1)));
    assert_eq!(way.standing("cap-giay"), Standing::AwaitingPayment);
    let way = paid(way.then(&insurance(), MONDAY, back("ghi-nhan", "nhan-ho-so")));
    assert_eq!(way.open(), ["nhan-ho-so"]);
    let way = way.then(&officer(), MONDAY, done("nhan-ho-so"));
    assert_eq!((way.open(), way.state.awaiting.clone()), (vec!["ghi-nhan", "in-giay"], None));
}

#[test]
fn the_sum_is_told_once_even_where_the_step_comes_back() {
    let mut process = land();
    let sign = from_value(step("ky-thue", "head", &share(2, "working_hours"))).expect("a step");
    process.legs[3].steps.push(sign);
    let way = Way { process, ..at_the_tax_office(false) }.then(&police(), MONDAY, told(Some(7)));
    let chief = person(Role::Head, LATER, 6);
    let way = way.then(&chief, MONDAY, back("ky-thue", "tinh-thue"));
    assert_eq!(broken(way.asked(&police(), told(Some(8)))), Rule::StageOrder);
    assert_eq!(way.then(&police(), MONDAY, told(None)).state.told, Some(7));
}
