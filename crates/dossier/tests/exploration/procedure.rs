//! The procedure as the program is given it: published, with a calendar.

use crate::ground::{Calendars, FIELD, LEAD, OUTSIDE, SECOND, THIRD, code};
use crate::judge::law::{IF_NEED_BE, Law, Span};
use crate::judge::process::{Desk, Leg, OnlyIf, Paper};
use calendar::{Calendar, CalendarData, DaysOff, Session};
use catalog::{Agency, AgencyTree, Basis, Draft, Version, publish};
use serde_json::{Value, from_value, json};
use std::sync::Arc;
use time::Date;
use time::macros::offset;

/// One original of `don`, two certified copies of `anh`, and a map if need be.
pub(crate) fn version(law: &Law) -> Version {
    let nothing = json!({ "nothing_because": "đã tối giản" });
    let component = |code, form, count| json!({ "code": code, "name": code, "any_of": [{ "form": form, "count": count }] });
    let mut map = component(IF_NEED_BE, "original", 1);
    map["only_if"] = json!("nếu có");
    let papers = law.legs.iter().filter_map(|leg| leg.paper);
    let results: Vec<Value> = papers.map(|paper| json!({ "name": paper.name })).collect();
    let draft: Draft = from_value(json!({
        "code": "1.000001", "name": "Thủ tục mẫu", "field": FIELD, "received_by": [LEAD], "time": written(law.span),
        "components": [component("don", "original", 1), component("anh", "certified_copy", 2), map],
        "results": results,
        "channels": [{ "channel": "counter" }, { "channel": "online" }],
        "grounds": [{ "code": "sai", "text": "Sai thẩm quyền", "citation": "Điều 1" }],
        "review": { "components": nothing, "conditions": nothing, "delegation": nothing },
        "field_law": field_law(law), 
        "process": { "legs": law.legs.iter().map(leg).collect::<Vec<Value>>() },
    }))
    .expect("a draft");
    let agency = |code| json!({ "code": code, "name": code, "calendar": "mau", "counter": "Một cửa" });
    let agencies: Vec<Agency> = from_value(json!(AGENCIES.map(agency))).expect("agencies");
    let agencies = AgencyTree::new(agencies).expect("a tree");
    publish(&draft, 1, Basis { agencies: &agencies, minutes_per_day: 480 }).expect("nothing lacks")
}

fn written(span: Span) -> Value {
    match span {
        Span::Days(amount) => json!({ "amount": amount, "unit": "working_days" }),
        Span::Hours(amount) => json!({ "amount": amount, "unit": "working_hours" }),
    }
}

fn field_law(law: &Law) -> Value {
    let second = |allows| json!({ "allows": allows, "citation": "Luật mẫu Đ1" });
    let allowed = json!([second("second_guidance"), second("second_supplement")]);
    let exceptions = if law.exceptions { allowed } else { json!([]) };
    json!({ "after_supplement": if law.afresh { "afresh" } else { "resumed" }, "exceptions": exceptions })
}

fn leg(leg: &Leg) -> Value {
    let step = |desk: &Desk| {
        let share = json!({ "amount": desk.minutes / 60, "unit": "working_hours" });
        json!({ "code": desk.step, "name": desk.step, "role": desk.role, "share": share })
    };
    let steps: Vec<Value> = leg.desks.iter().map(step).collect();
    let share = json!({ "amount": 2, "unit": "working_hours" });
    let mut written =
        json!({ "code": leg.code, "name": leg.code, "after": leg.after, "share": share, "steps": steps });
    let mut also =
        |name: &str, value: Option<Value>| value.into_iter().for_each(|value| written[name] = value);
    also("agency", (leg.agency != LEAD).then(|| json!(leg.agency)));
    also("only_if", condition(leg.only_if));
    also("payment", leg.told_at.map(|step| json!({ "purpose": "Lệ phí", "told_at": step })));
    also("paper", leg.paper.map(|Paper { name, early }| json!({ "name": name, "early": early })));
    written
}

fn condition(only_if: OnlyIf) -> Option<Value> {
    match only_if {
        OnlyIf::Always => None,
        OnlyIf::Handed(component) => Some(json!({ "handed": component })),
        OnlyIf::NotHanded(component) => Some(json!({ "not_handed": component })),
        OnlyIf::Decided(at) => Some(json!({ "decided": { "at": at, "question": "Có cần không?" } })),
    }
}

const AGENCIES: [&str; 4] = [LEAD, SECOND, THIRD, OUTSIDE];

/// Each agency's calendar, in this version.
pub(crate) fn calendars(version: u32, off: &[Date]) -> Calendars {
    let calendar = |agency| Arc::new(calendar(version, off, hours(agency)));
    AGENCIES.into_iter().map(|agency| (code(agency), calendar(agency))).collect()
}

/// When an agency works, Monday to Friday.
fn hours(agency: &str) -> &'static [&'static str] {
    match agency {
        SECOND => &["08:00-12:00", "13:30-17:00"],
        THIRD => &["07:30-11:30"],
        _ => &["07:30-11:30", "13:30-17:30"],
    }
}

fn calendar(version: u32, off: &[Date], hours: &[&str]) -> Calendar {
    let day: Vec<Session> = hours.iter().map(|session| code(session)).collect();
    let day_off = |day: &Date| DaysOff { from: *day, to: *day, name: "Nghỉ".to_owned() };
    Calendar::new(CalendarData {
        code: "mau".to_owned(),
        name: "Mẫu".to_owned(),
        version,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: off.iter().map(day_off).collect(),
        days_worked: vec![],
        provisional: vec![],
    })
    .expect("a sound calendar")
}
