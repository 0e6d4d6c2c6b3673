//! A small procedure, the people around it, and a submission that lacks nothing.

mod accept;
mod gather;
mod guide;
mod names;
mod once_at_the_lead;
mod refuse;
mod submit;
mod supplement;
mod withdraw;

use crate::{Applicant, ApplicantKind, Command, Event, Facts, Handed, Notify, State, Submit, decide, evolve};
use calendar::{Calendar, CalendarData, Session};
use catalog::{Agency, AgencyTree, Basis, Channel, Draft, Form, Version, publish};
use kernel::{Actor, AgencyCode, PersonId, Role, Rule, Staff, UserId, Violation};
use serde_json::{Value, from_value, json};
use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::LazyLock;
use time::macros::{date, datetime, offset};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// A Friday morning.
const NOW: OffsetDateTime = datetime!(2026-11-20 08:15 +7);

static VERSION: LazyLock<Version> =
    LazyLock::new(|| version(&json!({ "amount": 5, "unit": "working_days" })));
static NOBODY_ELSE: BTreeSet<AgencyCode> = BTreeSet::new();
static CALENDAR: LazyLock<Calendar> = LazyLock::new(calendar);

fn code<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a valid code")
}

/// `don` always; `giay-to` as one original or two certified copies; `uy-quyen` under a condition; `ban-ve` for repairs.
fn version(time: &Value) -> Version {
    let one = |form: &str| json!([{ "form": form, "count": 1 }]);
    let nothing = json!({ "nothing_because": "đã tối giản" });
    let hour = json!({ "amount": 1, "unit": "working_hours" });
    let step = json!({ "code": "tham-dinh", "name": "Thẩm định", "role": "officer", "share": hour });
    let draft: Draft = from_value(json!({
        "code": "1.000001", "name": "Cấp phép", "field": "Xây dựng", "received_by": ["H32.1"], "time": time,
        "cases": [
            { "code": "xay-moi", "name": "Xây mới" },
            { "code": "sua-chua", "name": "Sửa chữa", "time": { "amount": 2, "unit": "working_days" } },
        ],
        "components": [
            { "code": "don", "name": "Đơn", "any_of": one("original") },
            { "code": "giay-to", "name": "Giấy tờ nhà đất", "any_of": [
                { "form": "original", "count": 1 }, { "form": "certified_copy", "count": 2 },
            ] },
            { "code": "uy-quyen", "name": "Giấy ủy quyền", "only_if": "nộp thay", "any_of": one("certified_copy") },
            { "code": "ban-ve", "name": "Bản vẽ", "cases": ["sua-chua"], "any_of": one("original") },
        ],
        "channels": [{ "channel": "counter" }, { "channel": "online" }, { "channel": "post" }],
        "grounds": [{ "code": "quy-hoach", "text": "Trái quy hoạch", "citation": "Điều 1" }],
        "review": { "components": nothing, "conditions": nothing, "delegation": nothing },
        "process": { "legs": [{ "code": "chinh", "name": "Giải quyết", "share": hour, "steps": [step] }] },
    }))
    .expect("a draft");
    republished(&draft)
}

/// The same procedure published with this content.
fn republished(draft: &Draft) -> Version {
    let counter =
        |code: &str| json!({ "code": code, "name": code, "calendar": "tinh", "counter": "Bộ phận một cửa" });
    let counters = json!(["H32.1", "H32.2", "H32.3"].map(counter));
    let agencies: Vec<Agency> = from_value(counters).expect("agencies");
    let agencies = AgencyTree::new(agencies).expect("a tree");
    publish(draft, 3, Basis { agencies: &agencies, minutes_per_day: 480 }).expect("nothing lacks")
}

/// Monday to Friday, eight hours; 24 November 2026 is off.
fn calendar() -> Calendar {
    let day: Vec<Session> = vec![code("07:30-11:30"), code("13:30-17:30")];
    let off =
        |on: Date| calendar::DaysOff { from: on, to: on, name: "Ngày Văn hóa Việt Nam".to_owned() };
    Calendar::new(CalendarData {
        code: "tinh".to_owned(),
        name: "Tỉnh".to_owned(),
        version: 4,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: vec![off(date!(2026 - 11 - 24))],
        days_worked: vec![],
        provisional: vec![],
    })
    .expect("a sound calendar")
}

fn staff(role: Role, agency: &str) -> Actor {
    Actor::Staff(Staff {
        user: UserId(Uuid::from_u128(1)),
        agency: code(agency),
        roles: vec![role],
        fields: vec![],
    })
}

fn clerk() -> Actor {
    staff(Role::Clerk, "H32.1")
}

/// Everyone who isn't a clerk of the receiving agency, save the applicant.
fn strangers() -> Vec<Actor> {
    let others = Role::ALL.into_iter().filter(|role| *role != Role::Clerk).map(|role| staff(role, "H32.1"));
    others.chain([staff(Role::Clerk, "H32.2"), Actor::System]).collect()
}

fn facts(actor: &Actor) -> Facts<'_> {
    Facts { actor, now: NOW, version: &VERSION, calendar: &CALENDAR, to_act: &NOBODY_ELSE, ordinal: 7 }
}

fn handed(component: &str, form: Form, copies: u16) -> Handed {
    let paper_only_reason = Some("sổ đóng tập".to_owned());
    Handed { component: code(component), form, copies, file: None, paper_only_reason }
}

fn applicant() -> Applicant {
    Applicant {
        kind: ApplicantKind::Citizen,
        name: "Nguyễn Thị Hoa".to_owned(),
        identity: "056090001234".to_owned(),
        phone: "0905123456".to_owned(),
        email: String::new(),
        address: "12 Trần Phú, Nha Trang".to_owned(),
    }
}

/// A submission that lacks nothing.
fn complete() -> Submit {
    Submit {
        agency: code("H32.1"),
        case: code("xay-moi"),
        channel: Channel::Counter,
        person: PersonId(Uuid::from_u128(9)),
        applicant: applicant(),
        request: "Xin phép xây nhà".to_owned(),
        components: vec![handed("don", Form::Original, 1), handed("giay-to", Form::Original, 1)],
        notify: Notify::default(),
    }
}

fn by(actor: &Actor, state: &State, command: Command) -> Result<Vec<Event>, Violation> {
    decide(state, &facts(actor), command)
}

/// The state after this command of the clerk's, which must succeed.
fn then(state: State, command: Command) -> State {
    let events = by(&clerk(), &state, command).expect("allowed");
    events.iter().fold(state, evolve)
}

fn submitted(submission: Submit) -> State {
    then(State::default(), Command::Submit(Box::new(submission)))
}

fn refusal() -> Command {
    Command::Refuse {
        ground: code("quy-hoach"), explanation: "Lô đất thuộc hành lang đường.".to_owned()
    }
}

fn withdrawal() -> Command {
    Command::Withdraw { reason: "Đổi ý".to_owned() }
}

/// The same procedure, in which `H32.2` and then `H32.3` work too.
fn interlinked() -> Version {
    let mut content = VERSION.content().clone();
    let process = content.process.as_mut().expect("a process");
    for agency in ["H32.2", "H32.3"] {
        let mut leg = process.legs[0].clone();
        (leg.code, leg.agency) =
            (code(&agency.replace('H', "l")), Some(catalog::Responsible::One(code(agency))));
        (leg.steps[0].code, leg.after) = (leg.code.as_str().parse().expect("a code"), vec![code("chinh")]);
        process.legs.push(leg);
    }
    republished(&content)
}

/// The rule that refused it.
fn broken<T: std::fmt::Debug>(decided: Result<T, Violation>) -> Rule {
    decided.expect_err("refused").rule
}
