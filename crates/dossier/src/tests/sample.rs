//! Three small procedures over three agencies, and the people around them.

use crate::Facts;
use calendar::{Calendar, CalendarData, DaysOff, Session};
use catalog::{Agency, AgencyTree, Basis, Channel, Draft, Form, Version, publish};
use intake::{Applicant, ApplicantKind, Handed, Notify, Submit};
use kernel::{Actor, AgencyCode, LegCode, PersonId, Role, Staff, StepCode, UserId};
use serde_json::{Value, from_value, json};
use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;
use time::OffsetDateTime;
use time::macros::{date, offset};
use uuid::Uuid;

/// The agency that receives, and leads.
pub(crate) const LEAD: &str = "H32.1";
/// One that opens half an hour later.
pub(crate) const LATER: &str = "H32.2";
/// One that works in the mornings only.
pub(crate) const MORNINGS: &str = "H32.3";

/// A published procedure with the calendars of its agencies.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) version: Arc<Version>,
    pub(crate) calendars: BTreeMap<AgencyCode, Arc<Calendar>>,
}

impl Sample {
    /// Hand over, examine, sign: one leg at the lead.
    pub(crate) fn one_leg() -> Sample {
        let steps = [("chuyen", "clerk"), ("tham-dinh", "officer"), ("ky", "head")];
        Sample::of(&days(5), &json!([leg("chinh", None, &[], &steps)]))
    }

    /// The same, in a field whose own law allows a second notice and a second request, after which the clock goes on.
    pub(crate) fn with_exceptions() -> Sample {
        let mut sample = Sample::one_leg();
        let second = |allows: &str| json!({ "allows": allows, "citation": "Luật mẫu Đ1" });
        let law = json!({
            "after_supplement": "resumed", "exceptions": [second("second_guidance"), second("second_supplement")],
        });
        let mut draft = serde_json::to_value(sample.version.content()).expect("plain data");
        draft["field_law"] = law;
        sample.version = Arc::new(published(&from_value(draft).expect("a draft")));
        sample
    }

    /// The lead takes in, another agency ends it.
    pub(crate) fn two_legs() -> Sample {
        let legs = json!([
            leg("nhan", None, &[], &[("nhan-ho-so", "officer")]),
            leg("thue", Some(LATER), &["nhan"], &[("tinh-thue", "officer"), ("duyet-thue", "leader")]),
        ]);
        Sample::of(&days(5), &legs)
    }

    /// Police and insurance side by side from acceptance on; the lead closes when both are done.
    pub(crate) fn three_legs() -> Sample {
        let legs = json!([
            leg("cong-an", Some(LATER), &[], &[("cu-tru", "officer"), ("ky-cu-tru", "head")]),
            leg("bao-hiem", Some(MORNINGS), &[], &[("cap-the", "officer")]),
            leg("tra", None, &["cong-an", "bao-hiem"], &[("tap-hop", "officer")]),
        ]);
        Sample::of(&days(5), &legs)
    }

    /// Certificates: a survey only where the map isn't handed in, a field trip only if decided so, the sum told by the tax
    /// office, and the paper once it is paid.
    pub(crate) fn land() -> Sample {
        let mut survey = leg("do-dac", Some(MORNINGS), &["nhan"], &[("do", "officer")]);
        survey["only_if"] = json!({ "not_handed": "don" });
        let mut trip = leg("thuc-dia", Some(MORNINGS), &["nhan"], &[("di-thuc-dia", "officer")]);
        trip["only_if"] = json!({ "decided": { "at": "nhan-ho-so", "question": "Có đi thực địa không?" } });
        let tax = leg("thue", Some(LATER), &["nhan"], &[("tinh-thue", "officer")]);
        let mut paper = leg("cap-giay", None, &["thue", "thuc-dia", "do-dac"], &[("in-giay", "officer")]);
        paper["payment"] = json!({ "purpose": "Thuế và lệ phí", "told_at": "tinh-thue" });
        let lead = leg("nhan", None, &[], &[("nhan-ho-so", "officer")]);
        Sample::of(&days(5), &json!([lead, survey, trip, tax, paper]))
    }

    /// A bundle: the lead registers, police and insurance work side by side, each with a paper of its own, of which one may
    /// be handed out early; the lead's clerk collects.
    pub(crate) fn bundle() -> Sample {
        let with_paper = |mut leg: Value, name: &str, early: bool| {
            leg["paper"] = json!({ "name": name, "early": early });
            leg
        };
        let lead = leg("khai-sinh", None, &[], &[("dang-ky", "officer")]);
        let police =
            leg("cong-an", Some(LATER), &["khai-sinh"], &[("cu-tru", "officer"), ("ky-cu-tru", "head")]);
        let insurance = leg("bao-hiem", Some(MORNINGS), &["khai-sinh"], &[("cap-the", "officer")]);
        let legs = json!([
            with_paper(lead, "Giấy khai sinh", true),
            with_paper(police, "Thông báo", false),
            with_paper(insurance, "Thẻ", false),
            leg("tap-hop", None, &["cong-an", "bao-hiem"], &[("tap-hop", "clerk")]),
        ]);
        Sample::of(&days(5), &legs)
    }

    /// The codes of the legs.
    pub(crate) fn legs(&self) -> Vec<LegCode> {
        self.version.process_of(&code("chung")).legs.iter().map(|leg| leg.code.clone()).collect()
    }

    /// The codes of a leg's steps.
    pub(crate) fn steps_of(&self, leg: &LegCode) -> Vec<StepCode> {
        let leg = self.version.process_of(&code("chung")).leg(leg).expect("a leg");
        leg.steps.iter().map(|step| step.code.clone()).collect()
    }

    /// One step at the lead, which has all of this time.
    pub(crate) fn due_in(time: &Value) -> Sample {
        let step = json!({ "code": "tham-dinh", "name": "Thẩm định", "role": "officer", "share": time });
        let legs = json!([{ "code": "chinh", "name": "Giải quyết", "share": time, "steps": [step] }]);
        Sample::of(time, &legs)
    }

    fn of(time: &Value, legs: &Value) -> Sample {
        let calendars = [
            (LEAD, calendar(&["07:30-11:30", "13:30-17:30"])),
            (LATER, calendar(&["08:00-12:00", "13:30-17:30"])),
            (MORNINGS, calendar(&["07:30-11:30"])),
        ];
        let calendars = calendars.into_iter().map(|(agency, calendar)| (code(agency), Arc::new(calendar)));
        Sample { version: Arc::new(version(time, legs)), calendars: calendars.collect() }
    }

    /// The facts of a command of `actor` at `now`.
    pub(crate) fn facts(&self, actor: &Actor, now: OffsetDateTime) -> Facts {
        let version = Arc::clone(&self.version);
        Facts::new(actor.clone(), now, version, code("chung"), code(LEAD), self.calendars.clone())
            .expect("covered")
    }
}

pub(crate) fn code<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a valid code")
}

pub(crate) fn days(amount: u32) -> Value {
    json!({ "amount": amount, "unit": "working_days" })
}

pub(crate) fn hours(amount: u32) -> Value {
    json!({ "amount": amount, "unit": "working_hours" })
}

fn leg(code: &str, agency: Option<&str>, after: &[&str], steps: &[(&str, &str)]) -> Value {
    let step =
        |(code, role): &(&str, &str)| json!({ "code": code, "name": code, "role": role, "share": hours(1) });
    let steps: Vec<Value> = steps.iter().map(step).collect();
    json!({ "code": code, "name": code, "agency": agency, "after": after, "share": hours(3), "steps": steps })
}

fn version(time: &Value, legs: &Value) -> Version {
    let nothing = json!({ "nothing_because": "đã tối giản" });
    let draft: Draft = from_value(json!({
        "code": "1.000001", "name": "Thủ tục mẫu", "field": "Mẫu", "received_by": [LEAD], "time": time,
        "components": [{ "code": "don", "name": "Đơn", "any_of": [{ "form": "original", "count": 1 }] }],
        "channels": [{ "channel": "counter" }],
        "results": [{ "name": "Giấy khai sinh" }, { "name": "Thông báo" }, { "name": "Thẻ" }],
        "grounds": [{ "code": "sai", "text": "Sai thẩm quyền", "citation": "Điều 1" }],
        "review": { "components": nothing, "conditions": nothing, "delegation": nothing },
        "process": { "legs": legs },
    }))
    .expect("a draft");
    published(&draft)
}

fn published(draft: &Draft) -> Version {
    let agency = |code| json!({ "code": code, "name": code, "calendar": "mau", "counter": "Một cửa" });
    let agencies: Vec<Agency> = from_value(json!([LEAD, LATER, MORNINGS].map(agency))).expect("agencies");
    let agencies = AgencyTree::new(agencies).expect("a tree");
    publish(draft, 1, Basis { agencies: &agencies, minutes_per_day: 480 }).expect("nothing lacks")
}

/// Monday to Friday; 24 November 2026 is off. Covers 2024 to 2038.
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
        days_off: vec![DaysOff { from, to, name: "Ngày Văn hóa Việt Nam".to_owned() }],
        days_worked: vec![],
        provisional: vec![],
    })
    .expect("a sound calendar")
}

/// The `n`-th of those who have `role` at `agency`.
pub(crate) fn person(role: Role, agency: &str, n: u8) -> Staff {
    let name = format!("{role} {n} {agency}");
    let number = name.bytes().fold(0u128, |number, byte| number.wrapping_mul(257) + u128::from(byte));
    Staff { user: UserId(Uuid::from_u128(number)), agency: code(agency), roles: vec![role], fields: vec![] }
}

/// The deputy entrusted with the sample's field.
pub(crate) fn entrusted() -> Staff {
    Staff { fields: vec!["Mẫu".to_owned()], ..person(Role::Deputy, LEAD, 2) }
}

pub(crate) fn staff(role: Role, agency: &str) -> Actor {
    Actor::Staff(person(role, agency, 1))
}

/// A submission that lacks nothing, or everything.
pub(crate) fn submission(complete: bool) -> intake::Command {
    let paper_only_reason = Some("sổ đóng tập".to_owned());
    let form =
        Handed { component: code("don"), form: Form::Original, copies: 1, file: None, paper_only_reason };
    let applicant = Applicant {
        kind: ApplicantKind::Citizen,
        name: "Nguyễn Thị Hoa".to_owned(),
        identity: "056090001234".to_owned(),
        phone: "0905123456".to_owned(),
        email: String::new(),
        address: "12 Trần Phú, Nha Trang".to_owned(),
    };
    intake::Command::Submit(Box::new(Submit {
        agency: code(LEAD),
        case: code("chung"),
        channel: Channel::Counter,
        person: PersonId(Uuid::from_u128(9)),
        applicant,
        request: "Xin cấp phép".to_owned(),
        components: if complete { vec![form] } else { Vec::new() },
        notify: Notify::default(),
    }))
}
