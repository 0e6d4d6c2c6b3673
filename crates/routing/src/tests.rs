//! Two processes, three agencies with hours of their own, and a way through the desks.

mod assign;
mod charge;
mod conditions;
mod consultation;
mod desk;
mod done;
mod open;
mod pause;
mod payment;
mod plan;
mod receive;
mod send_back;
mod send_back_to_lead;
mod told;

use crate::{Command, Completion, Event, Facts, Opened, Outcome, Standing, State, Turn, decide, evolve};
use calendar::{Calendar, CalendarData, Session};
use catalog::Process;
use kernel::{Actor, AgencyCode, Role, Rule, Staff, UserId, Violation};
use serde_json::{Value, from_value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::{Arc, LazyLock};
use time::OffsetDateTime;
use time::macros::{date, datetime, offset};
use uuid::Uuid;

/// A Friday morning.
const FRIDAY: OffsetDateTime = datetime!(2026-11-20 08:15 +7);
/// The Monday after it.
const MONDAY: OffsetDateTime = datetime!(2026-11-23 09:00 +7);

/// The agency that receives, and leads.
const LEAD: &str = "H32.1";
/// One that opens half an hour later.
const LATER: &str = "H32.2";
/// One that works in the mornings only.
const MORNINGS: &str = "H32.3";

static CALENDARS: LazyLock<BTreeMap<AgencyCode, Arc<Calendar>>> = LazyLock::new(|| {
    let calendars = [
        (LEAD, calendar(&["07:30-11:30", "13:30-17:30"])),
        (LATER, calendar(&["08:00-12:00", "13:30-17:30"])),
        (MORNINGS, calendar(&["07:30-11:30"])),
    ];
    calendars.into_iter().map(|(agency, calendar)| (code(agency), Arc::new(calendar))).collect()
});

fn code<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a valid code")
}

/// Monday to Friday; 24 November 2026 is off.
fn calendar(sessions: &[&str]) -> Calendar {
    let day: Vec<Session> = sessions.iter().map(|session| code(session)).collect();
    let (from, to) = (date!(2026 - 11 - 24), date!(2026 - 11 - 24));
    Calendar::new(CalendarData {
        code: "mau".to_owned(),
        name: "Mẫu".to_owned(),
        version: 1,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: vec![calendar::DaysOff { from, to, name: "Ngày Văn hóa Việt Nam".to_owned() }],
        days_worked: vec![],
        provisional: vec![],
    })
    .expect("a sound calendar")
}

fn share(amount: u32, unit: &str) -> Value {
    json!({ "amount": amount, "unit": unit })
}

fn step(code: &str, role: &str, share: &Value) -> Value {
    json!({ "code": code, "name": code, "role": role, "share": share })
}

fn leg(code: &str, agency: Option<&str>, after: &[&str], steps: &Value) -> Value {
    let share = share(2, "months");
    json!({ "code": code, "name": code, "agency": agency, "after": after, "share": share, "steps": steps })
}

fn process(legs: &Value) -> Process {
    let process: Process = from_value(json!({ "legs": legs })).expect("a process");
    process.check(480).expect("a sound process");
    process
}

/// Hand over (2 hours), examine (8 hours), sign (2 hours).
fn plain() -> Process {
    let steps = json!([
        step("chuyen", "clerk", &share(2, "working_hours")),
        step("tham-dinh", "officer", &share(8, "working_hours")),
        step("ky", "head", &share(2, "working_hours")),
    ]);
    process(&json!([leg("chinh", None, &[], &steps)]))
}

/// The lead takes in; police and insurance work side by side; when both are done the lead closes.
fn forked() -> Process {
    let one = |code: &str| json!([step(code, "officer", &share(4, "working_hours"))]);
    process(&json!([
        leg("nhan", None, &[], &one("nhan-ho-so")),
        leg("cong-an", Some(LATER), &["nhan"], &one("cu-tru")),
        leg("bao-hiem", Some(MORNINGS), &["nhan"], &one("cap-the")),
        leg("tra", None, &["cong-an", "bao-hiem"], &one("tap-hop")),
    ]))
}

/// Survey only where the map wasn't handed in; tax tells the sum; the certificate waits until it is paid, and for what the
/// mornings' agency does meanwhile; a field trip only if the officer says so.
fn land() -> Process {
    let one = |code: &str| json!([step(code, "officer", &share(4, "working_hours"))]);
    let mut survey = leg("do-dac", Some(LATER), &["nhan"], &one("do"));
    survey["only_if"] = json!({ "not_handed": "trich-do" });
    let mut trip = leg("thuc-dia", Some(MORNINGS), &["nhan"], &one("di-thuc-dia"));
    trip["only_if"] = json!({ "decided": { "at": "nhan-ho-so", "question": "Có phải đi thực địa không?" } });
    let tax = leg("thue", Some(LATER), &["do-dac"], &one("tinh-thue"));
    let mut paper = leg("cap-giay", None, &["thue", "thuc-dia"], &one("in-giay"));
    paper["payment"] = json!({ "purpose": "Thuế và lệ phí", "told_at": "tinh-thue" });
    process(&json!([leg("nhan", None, &[], &one("nhan-ho-so")), survey, trip, tax, paper]))
}

/// Someone with one role at one agency; `n` tells two of them apart.
fn person(role: Role, agency: &str, n: u128) -> Staff {
    Staff { user: UserId(Uuid::from_u128(n)), agency: code(agency), roles: vec![role], fields: vec![] }
}

fn clerk() -> Staff {
    person(Role::Clerk, LEAD, 1)
}

fn officer() -> Staff {
    person(Role::Officer, LEAD, 2)
}

fn police() -> Staff {
    person(Role::Officer, LATER, 4)
}

fn insurance() -> Staff {
    person(Role::Officer, MORNINGS, 5)
}

fn head() -> Staff {
    person(Role::Head, LEAD, 3)
}

fn done(step: &str) -> Command {
    Command::Done(Completion::of(code(step)))
}

fn back(step: &str, to: &str) -> Command {
    Command::SendBack { step: code(step), to: code(to), reason: "Thiếu ý kiến".to_owned() }
}

fn give(step: &str, officer: &Staff) -> Command {
    Command::Assign { step: code(step), officer: officer.clone() }
}

fn broken<T: std::fmt::Debug>(decided: Result<T, Violation>) -> Rule {
    decided.expect_err("refused").rule
}

/// A dossier on its way through the desks.
#[derive(Clone)]
struct Way {
    process: Process,
    state: State,
}

impl Way {
    /// Accepted on Friday morning.
    fn begun(process: Process) -> Way {
        Way::begun_at(process, FRIDAY)
    }

    fn begun_at(process: Process, now: OffsetDateTime) -> Way {
        Way::begun_with(process, now, &[])
    }

    /// Accepted with these components in hand.
    fn begun_with(process: Process, now: OffsetDateTime, handed: &[&str]) -> Way {
        let mut way = Way { process, state: State::default() };
        let (lead, handed): (AgencyCode, BTreeSet<_>) =
            (code(LEAD), handed.iter().map(|component| code(component)).collect());
        let started = crate::open::at_acceptance(&way.facts(&Actor::System, now, &lead), &handed);
        way.state = evolve(way.state, &Event::Started(started));
        way
    }

    fn facts<'a>(&'a self, actor: &'a Actor, now: OffsetDateTime, receiving: &'a AgencyCode) -> Facts<'a> {
        Facts { actor, now, process: &self.process, receiving, calendars: &CALENDARS }
    }

    fn ask(&self, actor: &Actor, now: OffsetDateTime, command: Command) -> Result<Vec<Event>, Violation> {
        decide(&self.state, &self.facts(actor, now, &code(LEAD)), command)
    }

    fn asked(&self, staff: &Staff, command: Command) -> Result<Vec<Event>, Violation> {
        self.ask(&Actor::Staff(staff.clone()), MONDAY, command)
    }

    /// The same way after this command, which must succeed.
    fn then(mut self, staff: &Staff, now: OffsetDateTime, command: Command) -> Way {
        let events = self.ask(&Actor::Staff(staff.clone()), now, command).expect("allowed");
        self.state = events.iter().fold(self.state, evolve);
        self
    }

    /// How a leg stands.
    fn standing(&self, leg: &str) -> Standing {
        crate::legs::standing(&self.state, self.process.leg(&code(leg)).expect("a leg"))
    }

    /// The codes of the steps that lie open.
    fn open(&self) -> Vec<&str> {
        self.state.open.iter().map(|open| open.opened.step.as_str()).collect()
    }

    fn opened(&self, step: &str) -> &Opened {
        &self.state.open_step(&code(step)).expect("lies open").opened
    }

    fn last_turn(&self) -> &Turn {
        self.state.turns.last().expect("a turn has ended")
    }
}
