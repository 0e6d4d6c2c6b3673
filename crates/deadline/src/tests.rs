//! A dossier of ten working days, accepted on Monday 2/11/2026 at 09:00 and due on Monday 16/11 at 17:30.
//!
//! A third of its 4,800 minutes is 1,600: the latest lawful new appointment is Friday 20/11 at 10:10.

mod apologise;
mod approve;
mod breach;
mod dispatch;
mod elsewhere;
mod endorse;
mod legs;
mod propose;
mod recount;
mod stops;
mod stored;
mod told;
mod warning;

use crate::{Clock, Command, Event, Facts, Holder, Proposal, State, begun, decide, evolve};
use calendar::{Calendar, CalendarData, DaysOff, ProcessingTime, Session, Unit};
use kernel::{Actor, AgencyCode, Role, Rule, Staff, UserId, Violation};
use time::macros::{date, datetime, offset};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

const ACCEPTED: OffsetDateTime = datetime!(2026-11-02 09:00 +7);
const DUE: OffsetDateTime = datetime!(2026-11-16 17:30 +7);
const LATEST: OffsetDateTime = datetime!(2026-11-20 10:10 +7);
/// A working day well before the appointed one.
const IN_TIME: OffsetDateTime = datetime!(2026-11-10 10:00 +7);
const FIELD: &str = "Đất đai";

fn data(days_off: &[Date]) -> CalendarData {
    let session = |text: &str| -> Session { text.parse().expect("a session") };
    let day = vec![session("07:30-11:30"), session("13:30-17:30")];
    let off = |day: &Date| DaysOff { from: *day, to: *day, name: "Nghỉ".to_owned() };
    CalendarData {
        code: "mau".to_owned(),
        name: "Mẫu".to_owned(),
        version: 1 + u32::try_from(days_off.len()).expect("few"),
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: [date!(2026 - 01 - 01)].iter().chain(days_off).map(off).collect(),
        days_worked: vec![],
        provisional: vec![],
    }
}

fn calendar() -> Calendar {
    Calendar::new(data(&[])).expect("sound")
}

fn agency() -> AgencyCode {
    "H32.1".parse().expect("an agency's code")
}

fn staff(id: u128, role: Role) -> Staff {
    Staff { user: UserId(Uuid::from_u128(id)), agency: agency(), roles: vec![role], fields: vec![] }
}

fn officer() -> Actor {
    Actor::Staff(staff(1, Role::Officer))
}

fn head() -> Actor {
    Actor::Staff(staff(2, Role::Head))
}

fn deputy(fields: &[&str]) -> Actor {
    let fields = fields.iter().map(|field| (*field).to_owned()).collect();
    Actor::Staff(Staff { fields, ..staff(3, Role::Deputy) })
}

fn clerk() -> Actor {
    Actor::Staff(staff(4, Role::Clerk))
}

/// The agency that holds the dossier up in an interlinked process.
fn there() -> AgencyCode {
    "H32.2".parse().expect("an agency's code")
}

fn staff_there(id: u128, role: Role) -> Actor {
    Actor::Staff(Staff { agency: there(), ..staff(id, role) })
}

fn officer_there() -> Actor {
    staff_there(11, Role::Officer)
}

fn head_there() -> Actor {
    staff_there(12, Role::Head)
}

fn deputy_there(fields: &[&str]) -> Actor {
    let fields = fields.iter().map(|field| (*field).to_owned()).collect();
    Actor::Staff(Staff { fields, agency: there(), ..staff(13, Role::Deputy) })
}

fn accepted() -> State {
    let (calendar, time) = (calendar(), ProcessingTime::new(10, Unit::WorkingDays).expect("sensible"));
    let first = calendar.due(ACCEPTED, time).expect("covered");
    begun(Clock::begun(ACCEPTED, time, first, calendar.used()))
}

fn asked_by(
    state: &State,
    actor: &Actor,
    now: OffsetDateTime,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    asked_with(&calendar(), state, actor, now, command)
}

fn asked_with(
    calendar: &Calendar,
    state: &State,
    actor: &Actor,
    now: OffsetDateTime,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    let facts = Facts { actor, now, agency: &agency(), field: FIELD, calendar };
    decide(state, &facts, vec![holder()], command)
}

fn holder() -> Holder {
    Holder { step: "tham-dinh".parse().expect("a step's code"), agency: agency(), officer: None }
}

/// The state after a command that must succeed.
fn after(state: State, actor: &Actor, now: OffsetDateTime, command: Command) -> State {
    let events = asked_by(&state, actor, now, command).expect("allowed");
    events.iter().fold(state, evolve)
}

fn broken<T: std::fmt::Debug>(decided: Result<T, Violation>) -> Rule {
    decided.expect_err("refused").rule
}

fn proposal(to: OffsetDateTime) -> Command {
    Command::Propose(Proposal {
        reason: "Chờ kết quả đo đạc".to_owned(),
        to,
        apology: "Cơ quan xin lỗi và hẹn lại ngày trả kết quả.".to_owned(),
    })
}

fn proposed() -> State {
    after(accepted(), &officer(), IN_TIME, proposal(LATEST))
}

fn rescheduled() -> State {
    after(proposed(), &head(), IN_TIME, Command::Approve)
}

/// Proposed by an officer of the agency that holds it up.
fn proposed_there() -> State {
    after(accepted(), &officer_there(), IN_TIME, proposal(LATEST))
}

fn endorsed() -> State {
    after(proposed_there(), &head_there(), IN_TIME, Command::Endorse)
}

fn rejection() -> Command {
    Command::Reject { reason: "Chưa đủ căn cứ".to_owned() }
}

fn appointment(state: &State) -> OffsetDateTime {
    state.clock.as_ref().expect("accepted").appointment.at
}
