//! A small province: two counters, an agency that only works a leg, a plain and an interlinked procedure.

mod across;

pub use across::{BESIDE, BUNDLE, LENIENT_BUNDLE, TAXED, bundle, lenient_bundle, taxed};

use calendar::{Calendar, CalendarData, DaysOff, ProcessingTime, Session, Unit};
use catalog::{
    Agency, AgencyTree, Allowance, Alternative, Basis, Channel, Component, Draft, Exception, FieldLaw,
    Finding, Form, Ground, Leg, Offer, Process, Responsible, SimplificationReview, Step, Version, publish,
};
use intake::{Applicant, ApplicantKind};
use kernel::{Actor, AgencyCode, Role, Staff, UserId};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::str::FromStr;
use std::sync::Arc;
use time::macros::{date, offset};
use uuid::Uuid;

/// The agency most dossiers come to.
pub const COUNTER: &str = "H32.1";
/// Another with a counter.
pub const OTHER_COUNTER: &str = "H32.2";
/// One that only works a leg of the interlinked procedure.
pub const COORDINATOR: &str = "H32.5";
/// The procedure that one agency works alone: `tham-dinh` by an officer, `ky-duyet` by the head.
pub const PLAIN: &str = "1.000001";
/// The same with `xac-minh` at [`COORDINATOR`] in between.
pub const INTERLINKED: &str = "1.000002";
/// [`PLAIN`] in a field whose own law allows a second guidance notice and a second supplement request.
pub const LENIENT: &str = "1.000003";

/// A code that is known to be one.
///
/// # Panics
/// Where it isn't.
pub fn code<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("a valid code")
}

/// The field of the procedures here, which the deputies are entrusted with.
pub const FIELD: &str = "Hộ tịch";

/// Someone with this role at this agency: the same person each time.
///
/// # Panics
/// For something that is no agency's code.
pub fn staff(role: Role, agency: &str) -> Staff {
    let number = agency.bytes().fold(0_u128, |number, byte| number * 256 + u128::from(byte));
    let user = UserId(Uuid::from_u128(number * 16 + role as u128));
    let fields = if role == Role::Deputy { vec![FIELD.to_owned()] } else { Vec::new() };
    Staff { user, agency: code(agency), roles: vec![role], fields }
}

/// The same as who acts.
///
/// # Panics
/// For something that is no agency's code.
pub fn actor(role: Role, agency: &str) -> Actor {
    Actor::Staff(staff(role, agency))
}

/// An applicant whose details lack nothing.
pub fn applicant(name: &str) -> Applicant {
    Applicant {
        kind: ApplicantKind::Citizen,
        name: name.to_owned(),
        identity: "056090001234".to_owned(),
        phone: "0905123456".to_owned(),
        email: "hoa@example.vn".to_owned(),
        address: "12 Trần Phú, Nha Trang".to_owned(),
    }
}

/// The agencies, below [`COUNTER`]'s parent.
pub fn agencies() -> Vec<Agency> {
    let mut agencies = vec![agency("H32", None, None)];
    for counter in [COUNTER, OTHER_COUNTER] {
        agencies.push(agency(counter, Some("H32"), Some("Bộ phận một cửa")));
    }
    agencies.extend([COORDINATOR, BESIDE].map(|only_legs| agency(only_legs, Some("H32"), None)));
    agencies
}

fn agency(own: &str, parent: Option<&str>, counter: Option<&str>) -> Agency {
    Agency {
        code: code(own),
        name: format!("Cơ quan {own}"),
        parent: parent.map(code),
        calendar: "tinh".to_owned(),
        counter: counter.map(str::to_owned),
        address: None,
        hotline: None,
        place: None,
        sign: None,
    }
}

/// The calendar that all of them work by: Monday to Friday, eight hours; 24 November 2026 is off.
///
/// # Panics
/// Never.
pub fn calendar_data() -> CalendarData {
    let day: Vec<Session> = vec![code("07:30-11:30"), code("13:30-17:30")];
    let off = date!(2026 - 11 - 24);
    CalendarData {
        code: "tinh".to_owned(),
        name: "Tỉnh".to_owned(),
        version: 1,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: vec![DaysOff { from: off, to: off, name: "Ngày Văn hóa Việt Nam".to_owned() }],
        days_worked: vec![],
        provisional: vec![],
    }
}

/// That calendar, for each agency.
///
/// # Panics
/// Never.
pub fn calendars() -> BTreeMap<AgencyCode, Arc<Calendar>> {
    calendars_of(calendar_data())
}

/// One calendar for every agency.
///
/// # Panics
/// For data that is no sound calendar.
pub fn calendars_of(data: CalendarData) -> BTreeMap<AgencyCode, Arc<Calendar>> {
    let calendar = Arc::new(Calendar::new(data).expect("a sound calendar"));
    agencies().into_iter().map(|agency| (agency.code, Arc::clone(&calendar))).collect()
}

/// [`PLAIN`] as published: five working days.
pub fn plain() -> Arc<Version> {
    published(&draft(PLAIN, one_leg()))
}

/// [`LENIENT`] as published: five working days.
pub fn lenient() -> Arc<Version> {
    let field_law = FieldLaw { exceptions: exceptions(), ..FieldLaw::default() };
    published(&Draft { field_law, ..draft(LENIENT, one_leg()) })
}

fn exceptions() -> Vec<Exception> {
    let allowed = |allows| Exception { allows, citation: "Luật mẫu, Điều 1".to_owned() };
    vec![allowed(Allowance::SecondGuidance), allowed(Allowance::SecondSupplement)]
}

fn one_leg() -> Vec<Leg> {
    let steps = vec![step("tham-dinh", Role::Officer), step("ky-duyet", Role::Head)];
    vec![leg("chinh", None, &[], steps)]
}

/// [`INTERLINKED`] as published: five working days.
pub fn interlinked() -> Arc<Version> {
    let legs = vec![
        leg("tham-dinh", None, &[], vec![step("tham-dinh", Role::Officer)]),
        leg("xac-minh", Some(COORDINATOR), &["tham-dinh"], vec![step("xac-minh", Role::Officer)]),
        leg("ky-duyet", None, &["xac-minh"], vec![step("ky-duyet", Role::Head)]),
    ];
    published(&draft(INTERLINKED, legs))
}

fn published(draft: &Draft) -> Arc<Version> {
    let agencies = AgencyTree::new(agencies()).expect("a tree");
    let basis = Basis { agencies: &agencies, minutes_per_day: 480 };
    Arc::new(publish(draft, 1, basis).expect("nothing lacks"))
}

/// The draft of a procedure with these legs, which lacks nothing.
///
/// # Panics
/// For something that is no procedure's code.
pub fn draft(procedure: &str, legs: Vec<Leg>) -> Draft {
    Draft {
        code: code(procedure),
        name: format!("Thủ tục mẫu {procedure}"),
        field: FIELD.to_owned(),
        field_law: FieldLaw::default(),
        unverified: false,
        decision: None,
        applicants: None,
        received_by: vec![code(COUNTER), code(OTHER_COUNTER)],
        time: Some(time(5, Unit::WorkingDays)),
        cases: Vec::new(),
        components: vec![component()],
        channels: vec![Offer { channel: Channel::Counter, fees: Vec::new() }],
        results: Vec::new(),
        grounds: vec![Ground {
            code: code("khong-thuoc-tham-quyen"),
            text: "Không thuộc thẩm quyền giải quyết".to_owned(),
            citation: "Điều 1".to_owned(),
        }],
        review: Some(review()),
        process: Some(Process { legs }),
    }
}

fn component() -> Component {
    Component {
        code: code("to-khai"),
        name: "Tờ khai".to_owned(),
        group: None,
        cases: Vec::new(),
        only_if: None,
        any_of: vec![Alternative { form: Form::Original, count: 1 }],
        template: None,
    }
}

fn review() -> SimplificationReview {
    let because = |text: &str| Finding::NothingBecause(text.to_owned());
    SimplificationReview {
        components: Finding::Proposes("Bỏ bản sao giấy khai sinh".to_owned()),
        conditions: because("Không có điều kiện riêng"),
        delegation: because("Đã giải quyết ở cấp thấp nhất"),
    }
}

fn leg(own: &str, agency: Option<&str>, after: &[&str], steps: Vec<Step>) -> Leg {
    Leg {
        code: code(own),
        name: format!("Phần việc {own}"),
        agency: agency.map(|agency| Responsible::One(code(agency))),
        after: after.iter().map(|leg| code(leg)).collect(),
        only_if: None,
        payment: None,
        paper: None,
        share: time(12, Unit::WorkingHours),
        steps,
    }
}

fn step(own: &str, role: Role) -> Step {
    Step { code: code(own), name: format!("Bước {own}"), role, share: time(4, Unit::WorkingHours) }
}

fn time(amount: u32, unit: Unit) -> ProcessingTime {
    ProcessingTime::new(amount, unit).expect("a sensible amount")
}
