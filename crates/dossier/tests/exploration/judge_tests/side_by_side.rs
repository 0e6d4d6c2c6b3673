//! Legs side by side, under conditions, after a payment.

use super::life::THURSDAY;
use super::made::{done, resumed, stopped};
use super::way::{Passing, done_saying, received, said};
use super::{Case, case};
use crate::ground::{LEAD, code};
use crate::people::user;
use deadline::{Cause, Event as Time, PaymentAsked, PaymentMade};
use dossier::Event;
use routing::{Event as Way, LegPaid, Started};
use time::OffsetDateTime;
use time::macros::datetime;

const FORK: &str = "fork and join";
const PAYING: &str = "after a payment";
/// An hour and a half later; the second agency closed after an hour of it.
const LATER: OffsetDateTime = datetime!(2026-11-19 17:30 +7);

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_legs();
    cases.extend(of_receipts());
    cases.extend(of_time());
    cases.extend(of_conditions());
    cases.extend(of_payments());
    cases
}

fn begun() -> Passing {
    Passing::begun(FORK, &["tham-dinh"], &[])
}

fn forked() -> Passing {
    begun().does("officer", 2, "tham-dinh", &["tinh", "cap-the"])
}

fn second_done(opens: &[&str]) -> Passing {
    forked().receives_and_does("officer of the second", 22, ("thue", "tinh"), opens)
}

fn joined() -> Passing {
    second_done(&[]).receives_and_does("officer of the third", 32, ("bao-hiem", "cap-the"), &["ky"])
}

fn of_legs() -> Vec<Case> {
    let early = begun().does("officer", 2, "tham-dinh", &["tinh", "cap-the", "ky"]);
    let not_all = begun().does("officer", 2, "tham-dinh", &["tinh"]);
    let twice = Passing::begun(FORK, &["tham-dinh", "tham-dinh"], &[]);
    let mut astray = begun().opens("tinh");
    astray.agency = code(LEAD);
    let astray =
        begun().then("officer", [done("tham-dinh", 2, THURSDAY, 0, vec![astray, begun().opens("cap-the")])]);
    vec![
        case("legs-in-order", early.life, forked().life),
        case("legs-in-order", second_done(&["ky"]).life, joined().life),
        case("steps-in-order", not_all.life, forked().life),
        case("step-open-once", twice.life, begun().life),
        case("step-at-its-agency", astray.life, forked().life),
    ]
}

fn of_receipts() -> Vec<Case> {
    let by = |who, by| forked().then(who, [received("thue", by)]);
    let unreceived = forked().does("officer of the second", 22, "tinh", &[]);
    let clerks = by("clerk of the second", 21);
    let twice = clerks.clone().then("clerk of the second", [received("thue", 21)]);
    let of_the_lead = begun().then("clerk", [received("nhan", 1)]);
    vec![
        case("received-before-it-is-worked-on", unreceived.life, second_done(&[]).life),
        case("received-by-its-agency", by("clerk of the third", 31).life, clerks.life.clone()),
        case("received-by-its-agency", by("clerk outside", 9).life, clerks.life.clone()),
        case("received-by-its-agency", twice.life, clerks.life.clone()),
        case("received-by-its-agency", of_the_lead.life, clerks.life),
    ]
}

/// Each agency's time by its own calendar, and all of its share however late its leg starts.
fn of_time() -> Vec<Case> {
    let took = |minutes| {
        let done = done("tinh", 22, LATER, minutes, vec![]);
        forked().life.then("officer of the second", LATER, [received_at(LATER), done])
    };
    let mut less = begun().opens("tinh");
    less.given_minutes = 30;
    let opened = vec![less, begun().opens("cap-the")];
    let less = begun().then("officer", [done("tham-dinh", 2, THURSDAY, 0, opened)]);
    vec![case("step-time", took(90), took(60)), case("step-time", less.life, forked().life)]
}

fn received_at(at: OffsetDateTime) -> Event {
    Event::Routing(Way::LegReceived(routing::LegReceived { at, leg: code("thue"), by: user(22) }))
}

const CONDITIONAL: &str = "under conditions";

fn of_conditions() -> Vec<Case> {
    let begun = || Passing::begun(CONDITIONAL, &["tham-dinh", "do"], &[("do-dac", true)]);
    let opened = |steps: &[&str]| steps.iter().map(|step| begun().opens(step)).collect::<Vec<_>>();
    let decides = |decided: &[(&str, bool)], skipped: &[&str], opens: &[&str]| {
        let done = done_saying(done("tham-dinh", 2, THURSDAY, 0, opened(opens)), |done| {
            done.decided = said(decided);
            done.skipped = skipped.iter().map(|leg| code(leg)).collect();
        });
        begun().then("officer", [done]).life
    };
    let map_not_handed_in = |decided, skipped: &[&str], steps: &[&str]| {
        let skipped = skipped.iter().map(|leg| code(leg)).collect();
        Passing::started(CONDITIONAL, Started { opened: opened(steps), skipped, decided: said(decided) }).life
    };
    let worked = decides(&[("thuc-dia", true)], &[], &["xem"]);
    let left_out = map_not_handed_in(&[("do-dac", false)], &["do-dac"], &["tham-dinh"]);
    let silent = decides(&[], &["thuc-dia"], &[]);
    let worked_all_the_same = decides(&[("thuc-dia", false)], &[], &["xem"]);
    vec![
        case("said-once-at-its-step", silent, worked.clone()),
        case("said-once-at-its-step", decides(&[("cap", true)], &["thuc-dia"], &[]), worked.clone()),
        case("legs-in-order", worked_all_the_same, decides(&[("thuc-dia", false)], &["thuc-dia"], &[])),
        case("conditions-by-what-was-handed-in", left_out, begun().life),
    ]
}

fn asked(amount: u64) -> Event {
    let (by, purpose, leg) = (user(22), "Lệ phí".to_owned(), Some(code("cap")));
    Event::Deadline(Time::PaymentAsked(PaymentAsked { at: THURSDAY, by, amount, purpose, leg }))
}

fn leg_paid(opened: Vec<routing::Opened>) -> Event {
    Event::Routing(Way::LegPaid(LegPaid { at: THURSDAY, leg: code("cap"), opened }))
}

fn made() -> Event {
    Event::Deadline(Time::PaymentMade(PaymentMade { at: THURSDAY, by: user(1), receipt: "1".to_owned() }))
}

/// The sum is told, and asked.
fn told(sum: u64) -> Passing {
    let forked =
        Passing::begun(PAYING, &["tham-dinh"], &[]).does("officer", 2, "tham-dinh", &["tinh", "xem"]);
    let tells = done_saying(done("tinh", 22, THURSDAY, 0, vec![]), |done| {
        (done.told, done.awaiting) = (Some(50_000), Some(code("cap")));
    });
    forked.then("officer of the second", [received("thue", 22), tells, asked(sum)])
}

fn of_payments() -> Vec<Case> {
    let told_right = told(50_000);
    let opens = || vec![told(50_000).opens("ky")];
    let paid = told_right.clone().then("clerk", [made(), leg_paid(opens())]);
    let unpaid = told_right.clone().then("clerk", [leg_paid(opens())]);
    let xem = || [received("thuc-dia", 32), done("xem", 32, THURSDAY, 0, vec![])];
    let left = |more: Option<Event>| {
        let events: Vec<Event> = xem().into_iter().chain(more).collect();
        told_right.clone().then("officer of the third", events)
    };
    let stands = left(Some(stopped(THURSDAY, Cause::Payment)));
    let goes_on = [made(), resumed(THURSDAY, false, super::life::DUE), leg_paid(opens())];
    let early = [resumed(THURSDAY, false, super::life::DUE), made(), leg_paid(opens())];
    let stopped_at_once =
        told_right.clone().then("officer of the second", [stopped(THURSDAY, Cause::Payment)]);
    vec![
        case("payment: the leg that waits for it", told(1).life, told_right.life.clone()),
        case("payment: the leg that waits for it", unpaid.life, paid.life),
        case("stops-in-pairs: a payment", left(None).life, stands.life.clone()),
        case("stops-in-pairs: a payment", stopped_at_once.life, told_right.life),
        case("stops-in-pairs", stands.clone().then("clerk", early).life, stands.then("clerk", goes_on).life),
    ]
}
