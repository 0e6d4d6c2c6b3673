//! The letter of a rescheduling, sent or not when its day begins.

use super::in_hand::rescheduled;
use super::life::{Life, THURSDAY};
use super::made::{done, opened};
use super::{Case, case};
use crate::people::user;
use deadline::{Event as Time, Means, Sent, Unsent};
use dossier::Event;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// The appointed day begins.
const DAY: OffsetDateTime = datetime!(2026-11-23 00:00 +7);
/// From Thursday at 16:00 to Friday's end.
const WORKED: i64 = 90 + 480;

fn sent(at: OffsetDateTime) -> Event {
    Event::Deadline(Time::ApologySent(Sent { at, means: Means::Email, by: None, how: None }))
}

fn seen_to(at: OffsetDateTime, how: Option<&str>) -> Event {
    let how = how.map(str::to_owned);
    Event::Deadline(Time::ApologySent(Sent { at, means: Means::Other, by: Some(user(1)), how }))
}

fn unsent(at: OffsetDateTime) -> Event {
    Event::Deadline(Time::ApologyUnsent(Unsent { at, day: DAY }))
}

fn letter() -> Life {
    rescheduled(Life::plain())
}

pub(super) fn cases() -> Vec<Case> {
    let step = || done("tham-dinh", 2, DAY, WORKED, vec![opened("ky", DAY, 60)]);
    let in_time = || letter().then("system", THURSDAY, [sent(THURSDAY)]);
    let found = || letter().then("system", DAY, [unsent(DAY)]);
    let before = DAY - Duration::SECOND;
    vec![
        case(
            "apology-before-appointed-day: unsent on record first",
            letter().then("officer", DAY, [step()]),
            letter().then("officer", DAY, [unsent(DAY), step()]),
        ),
        case(
            "apology-before-appointed-day: truly unsent",
            letter().then("system", before, [unsent(before)]),
            found(),
        ),
        case(
            "apology-before-appointed-day: truly unsent",
            in_time().then("system", DAY, [unsent(DAY)]),
            in_time().then("officer", DAY, [step()]),
        ),
        case(
            "apology-before-appointed-day: truly unsent",
            found().then("system", DAY, [unsent(DAY)]),
            found().then("system", DAY, [sent(DAY)]),
        ),
        case(
            "apology-before-appointed-day: sent once",
            in_time().then("clerk", THURSDAY, [seen_to(THURSDAY, Some("Gọi điện"))]),
            letter().then("clerk", THURSDAY, [seen_to(THURSDAY, Some("Gọi điện"))]),
        ),
        case(
            "apology-before-appointed-day: sent once",
            Life::plain().accepted().then("system", THURSDAY, [sent(THURSDAY)]),
            in_time(),
        ),
        case("right-desk", letter().then("officer", THURSDAY, [sent(THURSDAY)]), in_time()),
        case(
            "right-desk",
            letter().then("clerk", THURSDAY, [seen_to(THURSDAY, None)]),
            letter().then("clerk", THURSDAY, [seen_to(THURSDAY, Some("Trao tận tay"))]),
        ),
        case("right-desk: the system's own", letter().then("clerk", DAY, [unsent(DAY)]), found()),
    ]
}
