//! Missed appointments, the belated apology, calendars that change.

use super::in_hand::rescheduled;
use super::life::{DUE, Life, THIRD, THURSDAY};
use super::made::{calendar, day, done, opened};
use super::{Case, case};
use crate::ground::{LEAD, code};
use crate::people::user;
use deadline::{Apologised, Breached, Event as Time, Holder, Recounted};
use dossier::Event;
use kernel::Role;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// The appointed day is over.
const OVER: OffsetDateTime = datetime!(2026-11-24 00:00 +7);
/// A moment in a session after it.
const EXPECTED: OffsetDateTime = datetime!(2026-11-25 10:00 +7);

fn breach(at: OffsetDateTime, step: &str, second: bool) -> Event {
    let holders = vec![Holder { step: code(step), agency: code(LEAD), officer: None }];
    Event::Deadline(Time::AppointmentMissed(Breached { at, appointment: DUE, second, holders }))
}

fn apology(at: OffsetDateTime, expected: OffsetDateTime) -> Event {
    let (by, role) = (user(5), Role::Head);
    let (reason, apology) = ("Thiếu người".to_owned(), "Xin lỗi.".to_owned());
    Event::Deadline(Time::LateApologised(Apologised { at, by, role, reason, apology, expected }))
}

/// When two days off are announced.
const ANNOUNCED: OffsetDateTime = datetime!(2026-11-20 16:00 +7);
/// Rescheduled to that very day; it moves to the next.
const NEXT_DAY: OffsetDateTime = datetime!(2026-11-26 17:30 +7);

fn recount(to: OffsetDateTime, version: u32) -> Event {
    let (at, calendar) = (ANNOUNCED, calendar(version));
    Event::Deadline(Time::AppointmentRecounted(Recounted { at, from: THIRD, to: day(to), calendar }))
}

/// The appointment was rescheduled to one of two days that are announced to be off; then this.
fn recounted(who: &'static str, event: Event) -> Life {
    rescheduled(Life::under("days, new days off")).then(who, ANNOUNCED, [event])
}

fn missed() -> Life {
    Life::plain().accepted().then("system", OVER, [breach(OVER, "tham-dinh", false)])
}

fn missed_in(minutes: i64) -> Life {
    let worked = done("tham-dinh", 2, OVER, minutes, vec![opened("ky", OVER, 60)]);
    Life::plain().accepted().then("officer", OVER, [breach(OVER, "tham-dinh", false), worked])
}

/// Thursday from 16:00, Friday and Monday.
const WORKED: i64 = 90 + 480 + 480;

pub(super) fn cases() -> Vec<Case> {
    let unrecorded = done("tham-dinh", 2, OVER, WORKED, vec![opened("ky", OVER, 60)]);
    let early = Life::plain().accepted().then(
        "system",
        OVER - Duration::SECOND,
        [breach(OVER - Duration::SECOND, "tham-dinh", false)],
    );
    let sorry = missed().then("head", OVER, [apology(OVER, EXPECTED)]);
    vec![
        case(
            "breach-on-record-first",
            Life::plain().accepted().then("officer", OVER, [unrecorded]),
            missed_in(WORKED),
        ),
        case("breach-only-of-what-was-missed", early, missed()),
        case(
            "breach-only-of-what-was-missed",
            missed().then("system", OVER, [breach(OVER, "tham-dinh", false)]),
            missed(),
        ),
        case(
            "breach-only-of-what-was-missed",
            Life::plain().accepted().then("system", OVER, [breach(OVER, "tham-dinh", true)]),
            missed(),
        ),
        case(
            "breach-names-the-holders",
            Life::plain().accepted().then("system", OVER, [breach(OVER, "ky", false)]),
            missed(),
        ),
        case(
            "right-desk: the system's own",
            Life::plain().accepted().then("officer", OVER, [breach(OVER, "tham-dinh", false)]),
            missed(),
        ),
        case("belated-apology", sorry.clone().then("head", OVER, [apology(OVER, EXPECTED)]), sorry.clone()),
        case("belated-apology", missed().then("head", OVER, [apology(OVER, OVER)]), sorry.clone()),
        case(
            "belated-apology",
            Life::plain().accepted().then("head", THURSDAY, [apology(THURSDAY, EXPECTED)]),
            sorry.clone(),
        ),
        case("head-approves", missed().then("leader", OVER, [apology(OVER, EXPECTED)]), sorry),
        case("step-time", missed_in(WORKED + 1), missed_in(WORKED)),
        case(
            "recount-later-only",
            recounted("system", recount(NEXT_DAY, 1)),
            recounted("system", recount(NEXT_DAY, 2)),
        ),
        case(
            "recount-later-only",
            recounted("system", recount(DUE, 2)),
            recounted("system", recount(NEXT_DAY, 2)),
        ),
        case(
            "right-desk",
            recounted("clerk", recount(NEXT_DAY, 2)),
            recounted("system", recount(NEXT_DAY, 2)),
        ),
    ]
}
