//! One request for all agencies, and everything handed in once.

use super::life::{Life, THURSDAY};
use super::made::{don, item, paused, stopped};
use super::way::Passing;
use super::{Case, case};
use crate::ground::{LEAD, SECOND, THIRD, code};
use crate::people::user;
use deadline::{Cause, Event as Time, PaymentAsked};
use dossier::Event;
use intake::{Event as Desk, FaultKind, Item, NeedsAsked, NeedsStated, Requested, Supplied};
use time::OffsetDateTime;
use time::macros::datetime;

/// The end of the next working day.
const TO_STATE: OffsetDateTime = datetime!(2026-11-20 17:30 +7);
/// It is over.
const OVER: OffsetDateTime = datetime!(2026-11-21 00:00 +7);

fn begun() -> Passing {
    Passing::begun("the lead, then another agency, coarse", &["tham-dinh"], &[])
}

fn unsigned() -> Vec<Item> {
    vec![item("don", FaultKind::NotValid)]
}

fn asked(agencies: &[&str], due: OffsetDateTime) -> Passing {
    let agencies = agencies.iter().map(|agency| code(agency)).collect();
    let (by, items, due) = (user(2), unsigned(), super::made::day(due));
    let asked = NeedsAsked { at: THURSDAY, by, agency: code(LEAD), agencies, items, due };
    begun().then("officer", [Event::Intake(Desk::NeedsAsked(asked))])
}

fn asks() -> Passing {
    asked(&[SECOND], TO_STATE)
}

fn stated(at: OffsetDateTime, by: u128, agency: &str, items: Vec<Item>) -> Event {
    Event::Intake(Desk::NeedsStated(NeedsStated { at, by: user(by), agency: code(agency), items }))
}

fn states() -> Passing {
    let blurred = vec![item("anh", FaultKind::Unreadable)];
    asks().then("officer of the second", [stated(THURSDAY, 22, SECOND, blurred)])
}

/// Issued with these items, and these agencies named as silent.
fn issued(life: Life, who: &'static str, at: OffsetDateTime, items: Vec<Item>, silent: &[&str]) -> Life {
    let due = if at == THURSDAY { datetime!(2026-12-04 17:30 +7) } else { datetime!(2026-12-07 17:30 +7) };
    let used = if at == THURSDAY { 0 } else { 90 + 480 };
    let silent = silent.iter().map(|agency| code(agency)).collect();
    let (by, due, exception) = (user(1), super::made::day(due), None);
    let request = Requested { at, by, items, due, after_term: false, exception, silent };
    let request = Event::Intake(Desk::SupplementRequested(request));
    life.then(who, at, [request, stopped(at, Cause::Supplement), paused(at, "tham-dinh", used)])
}

fn both() -> Vec<Item> {
    vec![item("don", FaultKind::NotValid), item("anh", FaultKind::Unreadable)]
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_requests();
    cases.extend(of_needs());
    cases.extend(of_taking_in());
    cases
}

fn of_requests() -> Vec<Case> {
    let lead = "one-request-for-all-agencies";
    let gathered = issued(states().life, "clerk", THURSDAY, both(), &[]);
    let silence = |silent: &[&str]| issued(asks().life, "clerk", OVER, unsigned(), silent);
    vec![
        case(lead, issued(asks().life, "clerk", THURSDAY, unsigned(), &[]), gathered.clone()),
        case(lead, issued(states().life, "clerk", THURSDAY, unsigned(), &[]), gathered.clone()),
        case(lead, silence(&[]), silence(&[SECOND])),
        case("right-desk", issued(states().life, "officer", THURSDAY, both(), &[]), gathered.clone()),
        case("supplement-once", gathered.clone().then("officer", THURSDAY, [needs_again()]), gathered),
    ]
}

fn needs_again() -> Event {
    let (by, agencies, items) = (user(2), vec![code(SECOND)], unsigned());
    let due = super::made::day(TO_STATE);
    Event::Intake(Desk::NeedsAsked(NeedsAsked { at: THURSDAY, by, agency: code(LEAD), agencies, items, due }))
}

fn of_needs() -> Vec<Case> {
    let (who_is_asked, who_states) =
        ("one-request-for-all-agencies: who is asked", "one-request-for-all-agencies: who states");
    let says = |who, by, agency: &str| asks().then(who, [stated(THURSDAY, by, agency, vec![])]).life;
    let right = says("leader of the second", 23, SECOND);
    let late = asks().life.then("officer of the second", OVER, [stated(OVER, 22, SECOND, vec![])]);
    let twice = states().then("officer of the second", [stated(THURSDAY, 22, SECOND, vec![])]);
    vec![
        case(who_is_asked, asked(&[], TO_STATE).life, asks().life),
        case(who_is_asked, asked(&[SECOND, THIRD], TO_STATE).life, asks().life),
        case(who_is_asked, asked(&[SECOND], OVER).life, asks().life),
        case(who_is_asked, asks().then("officer", [needs_again()]).life, asks().life),
        case(who_states, says("officer of the third", 32, THIRD), right.clone()),
        case(who_states, says("officer of the third", 32, SECOND), right.clone()),
        case(who_states, says("officer", 2, LEAD), right.clone()),
        case(who_states, late, right.clone()),
        case(who_states, twice.life, right),
    ]
}

fn of_taking_in() -> Vec<Case> {
    let gathered = issued(states().life, "clerk", THURSDAY, both(), &[]);
    let open = vec![item("anh", FaultKind::Unreadable)];
    let supplied = Supplied { at: THURSDAY, components: vec![don()], open };
    let supply =
        |who| gathered.clone().then(who, THURSDAY, [Event::Intake(Desk::Supplied(supplied.clone()))]);
    let payment = |who, by| {
        let (by, amount, purpose) = (user(by), 1, "Lệ phí".to_owned());
        let asked = PaymentAsked { at: THURSDAY, by, amount, purpose, leg: None };
        let stop = [stopped(THURSDAY, Cause::Payment), paused(THURSDAY, "tham-dinh", 0)];
        let events: Vec<Event> =
            std::iter::once(Event::Deadline(Time::PaymentAsked(asked))).chain(stop).collect();
        begun().then(who, events).life
    };
    let far = issued(states().life, "clerk of the second", THURSDAY, both(), &[]);
    vec![
        case("submit-once", supply("clerk of the second"), supply("clerk")),
        case("submit-once", payment("officer of the second", 22), payment("officer", 2)),
        case("submit-once", far, gathered),
    ]
}
