//! Events made by hand.

use super::life::THURSDAY;
use crate::ground::{LEAD, code};
use crate::people::user;
use calendar::{Appointment, CalendarUsed, Precision, ProcessingTime, Unit};
use catalog::{Channel, Form};
use deadline::{Cause, Event as Time};
use dossier::Event;
use intake::{Event as Desk, FaultKind, Handed, Item, Notify};
use kernel::{DossierNumber, PersonId, Role};
use routing::{Event as Way, Opened, Started};
use time::OffsetDateTime;
use uuid::Uuid;

pub(super) fn don() -> Handed {
    Handed {
        component: code("don"),
        form: Form::Original,
        copies: 1,
        file: None,
        paper_only_reason: Some("sổ".to_owned()),
    }
}

pub(super) fn anh(copies: u16) -> Handed {
    Handed { component: code("anh"), form: Form::CertifiedCopy, copies, ..don() }
}

pub(super) fn item(component: &str, fault: FaultKind) -> Item {
    Item { component: Some(code(component)), fault, note: "Nộp lại".to_owned() }
}

pub(super) fn day(at: OffsetDateTime) -> Appointment {
    Appointment { at, precision: Precision::Day, provisional: false }
}

pub(super) fn calendar(version: u32) -> CalendarUsed {
    CalendarUsed { code: "mau".to_owned(), version }
}

pub(super) fn submitted(components: Vec<Handed>) -> Event {
    Event::Intake(Desk::Submitted(intake::Submitted {
        at: THURSDAY,
        agency: code(LEAD),
        procedure: code("1.000001"),
        version: 1,
        case: code("chung"),
        channel: Channel::Counter,
        applicant: PersonId(Uuid::nil()),
        components,
        faults: vec![],
        notify: Notify::default(),
    }))
}

pub(super) fn accepted(due: OffsetDateTime) -> Event {
    Event::Intake(Desk::Accepted(intake::Accepted {
        at: THURSDAY,
        number: DossierNumber::new(code(LEAD), THURSDAY.date(), 1),
        time: ProcessingTime::new(2, Unit::WorkingDays).expect("sensible"),
        appointment: day(due),
        calendar: calendar(1),
    }))
}

/// A step that opens, with so many minutes of its hour left.
pub(super) fn opened(step: &str, at: OffsetDateTime, given_minutes: i64) -> Opened {
    let role = if step == "ky" { Role::Head } else { Role::Officer };
    let (leg, agency) = (code("chinh"), code(LEAD));
    Opened { leg, step: code(step), agency, role, at, given_minutes, due: at }
}

pub(super) fn started(at: OffsetDateTime) -> Event {
    let opened = vec![opened("tham-dinh", at, 60)];
    Event::Routing(Way::Started(Started { opened, skipped: vec![], decided: [].into() }))
}

pub(super) fn done(
    step: &str,
    by: u128,
    at: OffsetDateTime,
    used_minutes: i64,
    opened: Vec<Opened>,
) -> Event {
    let (step, note) = (code(step), String::new());
    Event::Routing(Way::StepDone(routing::StepDone {
        at,
        step,
        by: user(by),
        used_minutes,
        note,
        outcome: None,
        opened,
        skipped: vec![],
        awaiting: None,
        decided: [].into(),
        told: None,
    }))
}

pub(super) fn stopped(at: OffsetDateTime, cause: Cause) -> Event {
    Event::Deadline(Time::ClockStopped(deadline::Stopped { at, cause }))
}

pub(super) fn paused(at: OffsetDateTime, step: &str, used_minutes: i64) -> Event {
    let steps = vec![routing::Rested { step: code(step), used_minutes }];
    Event::Routing(Way::Paused(routing::Paused { at, steps }))
}

pub(super) fn resumed(at: OffsetDateTime, afresh: bool, due: OffsetDateTime) -> Event {
    let (appointment, calendar) = (day(due), calendar(1));
    Event::Deadline(Time::ClockResumed(deadline::Resumed { at, afresh, appointment, calendar }))
}

pub(super) fn went_on(at: OffsetDateTime, afresh: bool, opened: Opened) -> Event {
    Event::Routing(Way::Resumed(routing::Resumed { at, afresh, opened: vec![opened] }))
}

pub(super) fn recorded(at: OffsetDateTime, result: result::Kind, reasons: &str) -> Event {
    let paper =
        result::Paper {
            number: "1".to_owned(), date: at.date(), title: "Giấy phép".to_owned(), file: None
        };
    let (by, reasons, paper) = (user(5), reasons.to_owned(), Some(paper));
    Event::Result(result::Event::ResultRecorded(result::Recorded { at, by, result, paper, reasons }))
}

pub(super) fn returned(at: OffsetDateTime) -> Event {
    let (by, to) = (user(1), PersonId(Uuid::nil()));
    Event::Result(result::Event::ResultReturned(result::Returned { at, by, to, channel: Channel::Counter }))
}

pub(super) fn rated(at: OffsetDateTime) -> Event {
    let score = result::Score::try_from(4).expect("1 to 5");
    Event::Result(result::Event::Rated(result::Rated { at, score, comment: String::new() }))
}

pub(super) fn withdrawn(at: OffsetDateTime) -> Event {
    Event::Intake(Desk::Withdrawn(intake::Withdrawn { at, reason: "Đổi ý".to_owned() }))
}
