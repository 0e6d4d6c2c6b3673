//! Supplements, payments, and the clock that stands for them.

use super::life::{DUE, Life, THURSDAY};
use super::made::{anh, don, item, opened, paused, resumed, stopped, went_on};
use super::{Case, case};
use crate::people::user;
use deadline::{Cause, Event as Time, PaymentAsked, PaymentMade};
use dossier::Event;
use intake::{Closed, Event as Desk, FaultKind, Guided, Item, Requested, Supplied};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// Fifteen days after Thursday.
const TO_BRING_IT: OffsetDateTime = datetime!(2026-12-04 17:30 +7);
/// Its day is over.
const OVER: OffsetDateTime = datetime!(2026-12-05 00:00 +7);
/// A Friday morning, and two working days after it.
const FRIDAY: OffsetDateTime = datetime!(2026-11-20 08:30 +7);
const AFRESH: OffsetDateTime = datetime!(2026-11-25 17:30 +7);

fn requested(items: Vec<Item>, due: OffsetDateTime) -> Requested {
    let due = super::made::day(due);
    Requested { at: THURSDAY, by: user(2), items, due, after_term: false, exception: None, silent: vec![] }
}

fn unsigned() -> Vec<Item> {
    vec![item("don", FaultKind::NotValid)]
}

fn stop(cause: Cause) -> [Event; 2] {
    [stopped(THURSDAY, cause), paused(THURSDAY, "tham-dinh", 0)]
}

fn asked_in(life: Life, request: Requested) -> Life {
    let [stopped, paused] = stop(Cause::Supplement);
    life.then("officer", THURSDAY, [Event::Intake(Desk::SupplementRequested(request)), stopped, paused])
}

fn asked() -> Life {
    asked_in(Life::plain().accepted(), requested(unsigned(), TO_BRING_IT))
}

fn supply(at: OffsetDateTime, events: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let supplied = Supplied { at, components: vec![don()], open: vec![] };
    std::iter::once(Event::Intake(Desk::Supplied(supplied))).chain(events).collect()
}

fn go_on(at: OffsetDateTime, afresh: bool, due: OffsetDateTime) -> [Event; 2] {
    [resumed(at, afresh, due), went_on(at, afresh, opened("tham-dinh", at, 60))]
}

fn supplied() -> Life {
    asked().then("applicant", FRIDAY, supply(FRIDAY, go_on(FRIDAY, true, AFRESH)))
}

fn closed(at: OffsetDateTime) -> Life {
    asked().then("system", at, [Event::Intake(Desk::Closed(Closed { at }))])
}

fn payment(life: Life) -> Life {
    let purpose = "Lệ phí".to_owned();
    let asked = PaymentAsked { at: THURSDAY, by: user(2), amount: 50_000, purpose, leg: None };
    let [stopped, paused] = stop(Cause::Payment);
    life.then("officer", THURSDAY, [Event::Deadline(Time::PaymentAsked(asked)), stopped, paused])
}

fn paid(life: Life) -> Life {
    let made = PaymentMade { at: FRIDAY, by: user(1), receipt: "1".to_owned() };
    let [resumed, went_on] = go_on(FRIDAY, false, datetime!(2026-11-25 17:30 +7));
    life.then("clerk", FRIDAY, [Event::Deadline(Time::PaymentMade(made)), resumed, went_on])
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_requests();
    cases.extend(of_the_clock());
    cases
}

fn of_requests() -> Vec<Case> {
    let twice = Event::Intake(Desk::SupplementRequested(Requested {
        at: FRIDAY,
        ..requested(unsigned(), TO_BRING_IT)
    }));
    let anything = |items| asked_in(Life::plain().accepted(), requested(items, TO_BRING_IT));
    let late = Requested { after_term: true, ..requested(unsigned(), TO_BRING_IT) };
    let two = Life::under("the lead, then another agency").accepted();
    vec![
        case("supplement-once", supplied().then("officer", FRIDAY, [twice]), supplied()),
        case("supplement-once", anything(vec![]), asked()),
        case(
            "supplement-once: its terms",
            asked_in(Life::plain().accepted(), requested(unsigned(), OVER)),
            asked(),
        ),
        case("supplement-once: its terms", asked_in(Life::plain().accepted(), late), asked()),
        case(
            "supplement-once: brought in its days, closed after them",
            closed(OVER - Duration::SECOND),
            closed(OVER),
        ),
        case(
            "supplement-once: brought in its days, closed after them",
            asked().then("applicant", OVER, supply(OVER, [])),
            closed(OVER),
        ),
        case(
            "guidance-once: nothing left out is asked for later",
            after_a_notice("anh"),
            after_a_notice("don"),
        ),
        case("one-request-for-all-agencies", asked_in(two, requested(unsigned(), TO_BRING_IT)), asked()),
        case("listed-components-only", anything(vec![item("la", FaultKind::Missing)]), asked()),
    ]
}

/// Guided about this component, mended, accepted, and then asked to supplement the form.
fn after_a_notice(component: &str) -> Life {
    let notice = Guided {
        at: THURSDAY,
        by: user(1),
        items: vec![item(component, FaultKind::NotValid)],
        exception: None,
    };
    let components = if component == "don" { vec![don()] } else { vec![anh(2)] };
    let completed =
        intake::Completed { at: THURSDAY, components, applicant: None, faults: vec![], open: vec![] };
    let life = Life::plain().submitted().then("clerk", THURSDAY, [Event::Intake(Desk::Guided(notice))]);
    let life = life.then("applicant", THURSDAY, [Event::Intake(Desk::Completed(completed))]);
    let accepted = [super::made::accepted(DUE), super::made::started(THURSDAY)];
    asked_in(life.then("clerk", THURSDAY, accepted), requested(unsigned(), TO_BRING_IT))
}

fn of_the_clock() -> Vec<Case> {
    let resumes = |afresh, due| asked().then("applicant", FRIDAY, supply(FRIDAY, go_on(FRIDAY, afresh, due)));
    let [_, another] = [stopped(FRIDAY, Cause::Payment), went_on(FRIDAY, true, opened("ky", FRIDAY, 60))];
    let goes_elsewhere = supply(FRIDAY, [resumed(FRIDAY, true, AFRESH), another]);
    let again = asked().then("officer", FRIDAY, [stopped(FRIDAY, Cause::Payment)]);
    let unstopped = Event::Intake(Desk::SupplementRequested(requested(unsigned(), TO_BRING_IT)));
    let rests_not = [
        Event::Intake(Desk::SupplementRequested(requested(unsigned(), TO_BRING_IT))),
        stopped(THURSDAY, Cause::Supplement),
    ];
    vec![
        case("resumed-appointment", resumes(true, AFRESH + Duration::DAY), supplied()),
        case("resumed-appointment", resumes(false, AFRESH), supplied()),
        case("stops-in-pairs", again, asked()),
        case(
            "stops-in-pairs: a supplement",
            Life::plain().accepted().then("officer", THURSDAY, [unstopped]),
            asked(),
        ),
        case("payment-while-it-stands", paid(asked()), paid(payment(Life::plain().accepted()))),
        case("steps-rest-with-the-clock", asked().then("applicant", FRIDAY, goes_elsewhere), supplied()),
        case(
            "steps-rest-with-the-clock: all of them",
            Life::plain().accepted().then("officer", THURSDAY, rests_not),
            asked(),
        ),
        case(
            "steps-rest-with-the-clock: none longer",
            asked().then("applicant", FRIDAY, supply(FRIDAY, [resumed(FRIDAY, true, AFRESH)])),
            supplied(),
        ),
    ]
}
