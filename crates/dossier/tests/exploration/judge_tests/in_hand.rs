//! The one rescheduling.

use super::life::{DUE, Life, THIRD, THURSDAY};
use super::made::day;
use super::{Case, case};
use crate::people::user;
use deadline::{Approved, Event as Time, Proposed, Rejected};
use dossier::Event;
use kernel::Role;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

const LAST_SECOND: OffsetDateTime = datetime!(2026-11-22 23:59:59 +7);

fn proposal(now: OffsetDateTime, to: OffsetDateTime, reason: &str, apology: &str) -> Event {
    let (reason, apology) = (reason.to_owned(), apology.to_owned());
    let proposed = Proposed { at: now, by: user(2), reason, apology, from: DUE, to: day(to), agency: None };
    Event::Deadline(Time::RescheduleProposed(proposed))
}

fn proposed(now: OffsetDateTime, to: OffsetDateTime) -> Life {
    Life::plain().accepted().then("officer", now, [proposal(now, to, "Thiếu người", "Xin lỗi.")])
}

fn approval(now: OffsetDateTime, by: u128, to: OffsetDateTime, apology: &str) -> Event {
    Event::Deadline(Time::RescheduleApproved(Approved {
        at: now,
        by: user(by),
        role: Role::Head,
        proposed_by: user(2),
        reason: "Thiếu người".to_owned(),
        apology: apology.to_owned(),
        from: DUE,
        to: day(to),
        added_seconds: 0,
        total_seconds: 0,
        caused_by: None,
        endorsed_by: None,
    }))
}

fn approved(life: Life, who: &'static str, by: u128) -> Life {
    life.then(who, LAST_SECOND, [approval(LAST_SECOND, by, THIRD, "Xin lỗi.")])
}

/// Accepted, and rescheduled on Thursday.
pub(super) fn rescheduled(life: Life) -> Life {
    let proposed = proposal(THURSDAY, THIRD, "Thiếu người", "Xin lỗi.");
    let life = life.accepted().then("officer", THURSDAY, [proposed]);
    life.then("head", THURSDAY, [approval(THURSDAY, 5, THIRD, "Xin lỗi.")])
}

fn rejection(now: OffsetDateTime) -> Event {
    Event::Deadline(Time::RescheduleRejected(Rejected {
        at: now,
        by: user(5),
        reason: "Làm thêm giờ".to_owned(),
    }))
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_letters();
    cases.extend(of_time());
    cases
}

fn of_time() -> Vec<Case> {
    let in_time = proposed(LAST_SECOND, THIRD);
    let once = approved(in_time.clone(), "head", 5);
    let twice =
        once.clone().then("officer", LAST_SECOND, [proposal(LAST_SECOND, THIRD, "Thiếu người", "Xin lỗi.")]);
    vec![
        case("reschedule-once", twice, once),
        case(
            "apology-before-appointed-day",
            proposed(LAST_SECOND + Duration::SECOND, THIRD),
            in_time.clone(),
        ),
        case("extension-within-third", proposed(LAST_SECOND, THIRD + Duration::MINUTE), in_time.clone()),
        case("extension-within-third", proposed(LAST_SECOND, DUE), in_time.clone()),
        case("extension-within-third", proposed(LAST_SECOND, datetime!(2026-11-24 09:00 +7)), in_time),
    ]
}

fn of_letters() -> Vec<Case> {
    let waits = proposed(THURSDAY, THIRD);
    let written = |reason, apology| {
        Life::plain().accepted().then("officer", THURSDAY, [proposal(THURSDAY, THIRD, reason, apology)])
    };
    let another = waits.clone().then("head", THURSDAY, [approval(THURSDAY, 5, THIRD, "Thư khác.")]);
    let right = approved(waits.clone(), "head", 5);
    let again =
        waits.clone().then("officer", THURSDAY, [proposal(THURSDAY, THIRD, "Thiếu người", "Xin lỗi.")]);
    let rejected = waits.clone().then("head", THURSDAY, [rejection(THURSDAY)]);
    let of_nothing = Life::plain().accepted().then("head", THURSDAY, [rejection(THURSDAY)]);
    vec![
        case("written-apology", written(" ", "Xin lỗi."), waits.clone()),
        case("written-apology", written("Thiếu người", ""), waits.clone()),
        case("written-apology: the letter proposed is the one that goes out", another, right.clone()),
        case("one-proposal-at-a-time", again, waits.clone()),
        case("one-proposal-at-a-time", of_nothing, rejected),
        case(
            "head-approves",
            approved(waits.clone(), "deputy not entrusted", 7),
            approved(waits.clone(), "deputy entrusted", 6),
        ),
        case("head-approves", approved(waits.clone(), "head outside", 11), right),
        case(
            "head-approves",
            of_the_officer_who_is_head("officer who is head", 8),
            of_the_officer_who_is_head("head", 5),
        ),
        case(
            "right-desk",
            Life::plain().accepted().then("clerk", THURSDAY, [proposal(THURSDAY, THIRD, "Vì", "Xin lỗi.")]),
            waits,
        ),
    ]
}

/// The officer who is head proposes; it is approved under this name.
fn of_the_officer_who_is_head(approved_by: &'static str, by: u128) -> Life {
    let letter = |to| ("Thiếu người".to_owned(), "Xin lỗi.".to_owned(), day(to));
    let (reason, apology, to) = letter(THIRD);
    let proposal = Proposed { at: THURSDAY, by: user(8), reason, apology, from: DUE, to, agency: None };
    let proposal = Event::Deadline(Time::RescheduleProposed(proposal));
    let (reason, apology, to) = letter(THIRD);
    let (at, by, role, proposed_by, from) = (THURSDAY, user(by), Role::Head, user(8), DUE);
    let (added_seconds, total_seconds, caused_by, endorsed_by) = (0, 0, None, None);
    let approval = Approved {
        at,
        by,
        role,
        proposed_by,
        reason,
        apology,
        from,
        to,
        added_seconds,
        total_seconds,
        caused_by,
        endorsed_by,
    };
    let life = Life::plain().accepted().then("officer who is head", THURSDAY, [proposal]);
    life.then(approved_by, THURSDAY, [Event::Deadline(Time::RescheduleApproved(approval))])
}
