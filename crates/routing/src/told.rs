//! Why a leg's dates are what they are, in sentences for staff.

use crate::legs::Standing;
use crate::plan::LegInTime;
use calendar::{Calendar, DaysOff, english_moment, vietnamese_moment};
use catalog::{Leg, Process};
use kernel::Lang;
use time::{Date, OffsetDateTime};

/// A sentence for each thing that decided a leg's dates: what it waited for, its share, the days off it met, when its share
/// is used up, and what it took beyond that. `calendar`: its agency's.
pub fn leg(in_time: &LegInTime, process: &Process, calendar: &Calendar, lang: Lang) -> Vec<String> {
    let Some(leg) = process.leg(&in_time.leg) else { return Vec::new() };
    if in_time.standing == Standing::Skipped {
        return vec![said(
            lang,
            "Không phải thực hiện vì điều kiện không xảy ra.",
            "Not needed: its condition isn't met.",
        )];
    }
    let mut told = vec![began(in_time, leg, process, lang), share(in_time, leg, calendar, lang)];
    told.extend(days_off(in_time, calendar, lang));
    told.extend(used_up(in_time, lang));
    told.extend(beyond(in_time, lang));
    told
}

fn began(in_time: &LegInTime, leg: &Leg, process: &Process, lang: Lang) -> String {
    let at = in_time.from.map(|at| moment(at, lang)).unwrap_or_default();
    let names = leg.after.iter().filter_map(|code| process.leg(code)).map(|leg| format!("“{}”", leg.name));
    let names = names.collect::<Vec<_>>().join(", ");
    let ahead = matches!(in_time.standing, Standing::Ahead | Standing::AwaitingPayment);
    match (lang, ahead, names.is_empty()) {
        (Lang::Vi, false, true) => format!("Bắt đầu lúc {at}, khi tiếp nhận hồ sơ."),
        (Lang::Vi, false, false) => format!("Bắt đầu lúc {at}, khi đã xong: {names}."),
        (Lang::Vi, true, true) => format!("Dự kiến bắt đầu lúc {at}."),
        (Lang::Vi, true, false) => format!("Dự kiến bắt đầu lúc {at}, sau khi xong: {names}."),
        (Lang::En, false, true) => format!("It began at {at}, with the acceptance."),
        (Lang::En, false, false) => format!("It began at {at}, once this was done: {names}."),
        (Lang::En, true, true) => format!("It may begin at {at}."),
        (Lang::En, true, false) => format!("It may begin at {at}, once this is done: {names}."),
    }
}

fn share(in_time: &LegInTime, leg: &Leg, calendar: &Calendar, lang: Lang) -> String {
    let (given, used, name) = (in_time.given_minutes, in_time.used_minutes, &calendar.data().name);
    match lang {
        Lang::Vi => format!(
            "Thời hạn của phần việc: {}, là {given} phút làm việc theo “{name}”; đã dùng {used} phút.",
            leg.share.vietnamese()
        ),
        Lang::En => format!(
            "Its share: {}, which is {given} working minutes by “{name}”; {used} of them used.",
            leg.share.english()
        ),
    }
}

fn days_off(in_time: &LegInTime, calendar: &Calendar, lang: Lang) -> Option<String> {
    let met = calendar.days_off_between(in_time.from?, in_time.due?).ok().filter(|met| !met.is_empty())?;
    let days = met.iter().map(day_off).collect::<Vec<_>>().join("; ");
    Some(match lang {
        Lang::Vi => format!("Không tính ngày nghỉ: {days}."),
        Lang::En => format!("Days off not counted: {days}."),
    })
}

fn day_off(off: &DaysOff) -> String {
    let day = |date: Date| format!("{:02}/{:02}/{}", date.day(), u8::from(date.month()), date.year());
    if off.from == off.to {
        format!("{} ({})", day(off.from), off.name)
    } else {
        format!("{} - {} ({})", day(off.from), day(off.to), off.name)
    }
}

fn used_up(in_time: &LegInTime, lang: Lang) -> Option<String> {
    let due = moment(in_time.due?, lang);
    Some(match lang {
        Lang::Vi => format!("Hết thời hạn của phần việc lúc {due}."),
        Lang::En => format!("Its share is used up at {due}."),
    })
}

fn beyond(in_time: &LegInTime, lang: Lang) -> Option<String> {
    let late = in_time.used_minutes - in_time.given_minutes;
    (late > 0).then(|| match lang {
        Lang::Vi => format!("Đã quá {late} phút làm việc, chỉ tính cho cơ quan này."),
        Lang::En => format!("It took {late} working minutes more, charged to this agency alone."),
    })
}

fn said(lang: Lang, vi: &str, en: &str) -> String {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
    .to_owned()
}

fn moment(at: OffsetDateTime, lang: Lang) -> String {
    match lang {
        Lang::Vi => vietnamese_moment(at),
        Lang::En => english_moment(at),
    }
}
