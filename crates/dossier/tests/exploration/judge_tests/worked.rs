//! The way through the desks, and the ends.

use super::life::{Life, THURSDAY};
use super::made::{done, opened, rated, recorded, returned, withdrawn};
use super::{Case, case};
use crate::ground::code;
use crate::people::user;
use dossier::Event;
use result::Kind;
use routing::{Assigned, Event as Way, SentBack};
use time::OffsetDateTime;
use time::macros::datetime;

/// Half an hour later.
const LATER: OffsetDateTime = datetime!(2026-11-19 16:30 +7);

fn examined_by(who: &'static str, by: u128) -> Life {
    let done = done("tham-dinh", by, LATER, 30, vec![opened("ky", LATER, 60)]);
    Life::plain().accepted().then(who, LATER, [done])
}

fn examined() -> Life {
    examined_by("officer", 2)
}

fn signed() -> Life {
    examined().then("head", LATER, [done("ky", 5, LATER, 0, vec![])])
}

fn granted() -> Life {
    signed().then("head", LATER, [recorded(LATER, Kind::Granted, "")])
}

fn handed_over() -> Life {
    granted().then("clerk", LATER, [returned(LATER)])
}

fn given(who: &'static str, by: u128, officer: u128) -> Life {
    let assigned = Assigned { at: THURSDAY, step: code("tham-dinh"), by: user(by), officer: user(officer) };
    Life::plain().accepted().then(who, THURSDAY, [Event::Routing(Way::StepAssigned(assigned))])
}

fn back(to: &str, given_minutes: i64) -> Life {
    let (step, reason) = (code("ky"), "Xem lại".to_owned());
    let sent = SentBack {
        at: LATER,
        step,
        by: user(5),
        used_minutes: 0,
        reason,
        opened: opened(to, LATER, given_minutes),
    };
    examined().then("head", LATER, [Event::Routing(Way::StepSentBack(sent))])
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_desks();
    cases.extend(of_ends());
    cases
}

fn of_desks() -> Vec<Case> {
    let skipped = Life::plain().accepted().then("officer", LATER, [done("tham-dinh", 2, LATER, 30, vec![])]);
    let taken = |who, by| {
        let done = done("tham-dinh", by, LATER, 30, vec![opened("ky", LATER, 60)]);
        given("leader", 4, 3).then(who, LATER, [done])
    };
    vec![
        case("right-desk: a step", examined_by("leader", 4), examined()),
        case("right-desk: a step", examined_by("officer outside", 10), examined()),
        case("right-desk: a step", taken("officer", 2), taken("other officer", 3)),
        case("right-desk: a step", given("officer", 2, 3), given("officer", 2, 2)),
        case("right-desk: a step", given("leader", 4, 1), given("leader", 4, 3)),
        case("steps-in-order", back("ky", 60), back("tham-dinh", 30)),
        case(
            "steps-in-order: one lies open",
            Life::plain().submitted().then("clerk", THURSDAY, [super::made::accepted(super::life::DUE)]),
            examined(),
        ),
        case("steps-in-order", skipped, examined()),
        case("step-time", back("tham-dinh", 60), back("tham-dinh", 30)),
    ]
}

fn of_ends() -> Vec<Case> {
    let early = examined().then("head", LATER, [recorded(LATER, Kind::Granted, "")]);
    let denied = |reasons| signed().then("head", LATER, [recorded(LATER, Kind::Denied, reasons)]);
    let rating = handed_over().then("applicant", LATER, [rated(LATER)]);
    vec![
        case("result-after-all-work", early, granted()),
        case(
            "result-after-all-work",
            granted().then("head", LATER, [recorded(LATER, Kind::Granted, "")]),
            granted(),
        ),
        case("denial-needs-reasons", denied(" "), denied("Trái quy hoạch.")),
        case("returned-once", signed().then("clerk", LATER, [returned(LATER)]), handed_over()),
        case("returned-once", handed_over().then("clerk", LATER, [returned(LATER)]), handed_over()),
        case("rated-once", granted().then("applicant", LATER, [rated(LATER)]), rating.clone()),
        case("rated-once", rating.clone().then("applicant", LATER, [rated(LATER)]), rating),
        case(
            "withdraw-before-decision",
            granted().then("applicant", LATER, [withdrawn(LATER)]),
            signed().then("applicant", LATER, [withdrawn(LATER)]),
        ),
        case(
            "nothing-after-an-end",
            handed_over().then("applicant", LATER, [withdrawn(LATER)]),
            handed_over(),
        ),
        case("right-desk", granted().then("officer", LATER, [returned(LATER)]), handed_over()),
    ]
}
