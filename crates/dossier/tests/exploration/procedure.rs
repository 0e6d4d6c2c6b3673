//! The procedure as the program is given it: published, with a calendar.

use crate::ground::{Calendars, ELSEWHERE, FIELD, LEAD, code};
use crate::judge::law::{Law, Span};
use calendar::{Calendar, CalendarData, DaysOff, Session};
use catalog::{Agency, AgencyTree, Basis, Draft, Version, publish};
use serde_json::{Value, from_value, json};
use std::sync::Arc;
use time::Date;
use time::macros::offset;

/// One original of `don`, two certified copies of `anh`.
pub(crate) fn version(law: &Law) -> Version {
    let nothing = json!({ "nothing_because": "đã tối giản" });
    let component = |code, form, count| json!({ "code": code, "name": code, "any_of": [{ "form": form, "count": count }] });
    let draft: Draft = from_value(json!({
        "code": "1.000001", "name": "Thủ tục mẫu", "field": FIELD, "received_by": [LEAD], "time": written(law.span),
        "components": [component("don", "original", 1), component("anh", "certified_copy", 2)],
        "channels": [{ "channel": "counter" }, { "channel": "online" }],
        "grounds": [{ "code": "sai", "text": "Sai thẩm quyền", "citation": "Điều 1" }],
        "review": { "components": nothing, "conditions": nothing, "delegation": nothing },
        "field_law": field_law(law), "process": { "legs": legs(law) },
    }))
    .expect("a draft");
    let agency = |code| json!({ "code": code, "name": code, "calendar": "mau", "counter": "Một cửa" });
    let agencies: Vec<Agency> = from_value(json!([LEAD, ELSEWHERE].map(agency))).expect("agencies");
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

/// The desks, gathered into legs, each after the one before.
fn legs(law: &Law) -> Value {
    let mut legs: Vec<Value> = Vec::new();
    for desk in &law.desks {
        let share = json!({ "amount": desk.minutes / 60, "unit": "working_hours" });
        let step = json!({ "code": desk.step, "name": desk.step, "role": desk.role, "share": share });
        match legs.last_mut().filter(|leg| leg["code"] == desk.leg) {
            Some(leg) => leg["steps"].as_array_mut().expect("a list").push(step),
            None => {
                let agency = (desk.agency != LEAD).then_some(desk.agency);
                let after: Vec<Value> = legs.last().map(|leg| leg["code"].clone()).into_iter().collect();
                let share = json!({ "amount": 2, "unit": "working_hours" });
                let leg = json!({ "code": desk.leg, "name": desk.leg, "agency": agency, "after": after, "share": share,
                    "steps": [step] });
                legs.push(leg);
            }
        }
    }
    Value::Array(legs)
}

/// Each agency's calendar, in this version.
pub(crate) fn calendars(version: u32, off: &[Date]) -> Calendars {
    let calendar = Arc::new(calendar(version, off));
    [LEAD, ELSEWHERE].into_iter().map(|agency| (code(agency), Arc::clone(&calendar))).collect()
}

/// Monday to Friday, 07:30-11:30 and 13:30-17:30.
fn calendar(version: u32, off: &[Date]) -> Calendar {
    let day: Vec<Session> = vec![code("07:30-11:30"), code("13:30-17:30")];
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
