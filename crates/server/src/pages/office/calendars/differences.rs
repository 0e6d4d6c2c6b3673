//! What a calendar says that another doesn't.

use super::words::{WEEK, off, sessions, worked, zone};
use calendar::CalendarData;
use front::{Markup, html};
use std::collections::BTreeSet;

/// What is new in a calendar, and what is gone, in words.
pub(super) fn differences(from: Option<&CalendarData>, to: &CalendarData) -> Markup {
    let (before, after) = (from.map(lines).unwrap_or_default(), lines(to));
    let list = |title: &str, all: Vec<&String>| {
        html! { @if !all.is_empty() { h3 { (title) } ul { @for line in all { li { (line) } } } } }
    };
    html! {
        (list("Có thêm", after.difference(&before).collect()))
        (list("Không còn", before.difference(&after).collect()))
    }
}

fn lines(data: &CalendarData) -> BTreeSet<String> {
    let plain = [
        format!("Tên: {}", data.name),
        format!("Ngày làm việc danh nghĩa: {} phút", data.minutes_per_day),
        format!("Múi giờ: {}", zone(data.utc_offset)),
    ];
    let week = WEEK.iter().map(|(weekday, name)| format!("{name}: {}", sessions(data, *weekday)));
    let off = data.days_off.iter().map(|one| format!("Nghỉ {}", off(one)));
    let worked = data.days_worked.iter().map(|one| format!("Làm bù {}", worked(one)));
    let provisional = data.provisional.iter().map(|year| format!("Năm {year} còn tạm tính"));
    plain.into_iter().chain(week).chain(off).chain(worked).chain(provisional).collect()
}
