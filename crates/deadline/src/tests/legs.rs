//! A payment that one leg of several waits for: the clock goes on as long as there is something else to do.

use super::*;
use crate::{Cause, payment, stop};
use kernel::LegCode;

const PAID: OffsetDateTime = datetime!(2026-11-12 08:00 +7);

fn at<T>(now: OffsetDateTime, actor: &Actor, ask: impl FnOnce(&Facts<'_>) -> T) -> T {
    let (agency, calendar) = (agency(), calendar());
    ask(&Facts { actor, now, agency: &agency, field: FIELD, calendar: &calendar })
}

fn leg() -> LegCode {
    "cap-giay".parse().expect("a leg's code")
}

fn told_event() -> Event {
    let by = officer_there().user().expect("staff");
    at(IN_TIME, &officer_there(), |facts| payment::tell(facts, leg(), 50_000, "Lệ phí".to_owned(), by))
}

fn told() -> State {
    evolve(accepted(), &told_event())
}

fn stands_for(state: State, cause: Cause) -> State {
    let stopped = at(IN_TIME, &Actor::System, |facts| stop::decide(&state, facts, cause));
    evolve(state, &Event::ClockStopped(stopped.expect("it runs")))
}

fn confirmed(state: &State, actor: &Actor) -> Result<Vec<Event>, Violation> {
    asked_by(state, actor, PAID, Command::ConfirmPayment { receipt: "0001".to_owned() })
}

#[test]
fn what_a_leg_waits_for_is_told_and_the_clock_goes_on() {
    let state = told();
    let asked = state.payment.as_ref().expect("it is out");
    assert_eq!((&asked.leg, asked.amount, asked.at), (&Some(leg()), 50_000, IN_TIME));
    assert_eq!((Some(asked.by), asked.purpose.as_str()), (officer_there().user(), "Lệ phí"));
    assert_eq!((state.waiting, appointment(&state)), (None, DUE));
}

#[test]
fn a_payment_asked_for_at_a_desk_is_no_legs() {
    let ask = Command::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() };
    let state = after(accepted(), &officer(), IN_TIME, ask);
    assert_eq!(state.payment.expect("it is out").leg, None);
}

#[test]
fn what_was_paid_while_the_clock_runs_moves_nothing() {
    let events = confirmed(&told(), &clerk()).expect("allowed");
    assert!(matches!(events.as_slice(), [Event::PaymentMade(_)]), "{events:?}");
    let state = events.iter().fold(told(), evolve);
    assert_eq!((appointment(&state), state.payment.as_ref(), state.stops().count()), (DUE, None, 0));
    assert_eq!(broken(confirmed(&state, &clerk())), Rule::StageOrder);
}

#[test]
fn the_clock_goes_on_with_what_was_left_where_it_stood_for_the_payment() {
    let state = stands_for(told(), Cause::Payment);
    let events = confirmed(&state, &clerk()).expect("allowed");
    assert!(matches!(events.as_slice(), [Event::PaymentMade(_), Event::ClockResumed(_)]), "{events:?}");
    let state = events.iter().fold(state, evolve);
    assert_eq!((appointment(&state), state.payment.as_ref()), (datetime!(2026-11-18 17:30 +7), None));
}

#[test]
fn what_was_paid_leaves_a_clock_that_stands_for_a_supplement_standing() {
    let state = stands_for(told(), Cause::Supplement);
    let events = confirmed(&state, &clerk()).expect("allowed");
    assert!(matches!(events.as_slice(), [Event::PaymentMade(_)]), "{events:?}");
    let state = events.iter().fold(state, evolve);
    assert_eq!(state.waiting.map(|waiting| waiting.cause), Some(Cause::Supplement));
}

#[test]
fn a_clerk_of_the_agency_that_answers_confirms_it_while_it_is_out() {
    for actor in [officer(), head(), staff_there(9, Role::Clerk), Actor::Applicant, Actor::System] {
        assert_eq!(broken(confirmed(&told(), &actor)), Rule::RightDesk, "{actor:?}");
    }
    for state in [accepted(), stands_for(accepted(), Cause::Supplement)] {
        let violation = confirmed(&state, &clerk()).expect_err("refused");
        assert_eq!(
            (violation.rule, &violation.facts["not_waiting_for"]),
            (Rule::StageOrder, &"payment".into())
        );
    }
}

#[test]
fn one_payment_is_out_at_a_time() {
    let ask = || Command::AskPayment { amount: 1, purpose: "Lệ phí".to_owned() };
    let violation = asked_by(&told(), &officer(), PAID, ask()).expect_err("refused");
    assert_eq!((violation.rule, &violation.facts["payment_asked_at"]), (Rule::StageOrder, &IN_TIME.into()));
    let paid = confirmed(&told(), &clerk()).expect("allowed").iter().fold(told(), evolve);
    assert!(asked_by(&paid, &officer(), PAID, ask()).is_ok());
}

#[test]
fn whether_a_payment_may_be_asked_for_is_told_before_anybody_asks() {
    let ready =
        |state: &State, actor: &Actor| at(IN_TIME, actor, |facts| payment::ready_to_ask(state, facts));
    assert_eq!(ready(&accepted(), &officer()).ok(), officer().user());
    assert_eq!(broken(ready(&accepted(), &Actor::Applicant)), Rule::RightDesk);
    assert_eq!(broken(ready(&told(), &officer())), Rule::StageOrder);
    assert_eq!(broken(ready(&stands_for(accepted(), Cause::Supplement), &officer())), Rule::StageOrder);
}
