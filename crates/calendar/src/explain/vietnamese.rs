//! The sentences in Vietnamese.

use time::{Date, OffsetDateTime};

use super::Explanation;
use crate::{DayWorked, DaysOff, Unit};

pub(super) fn full(told: &Explanation) -> Vec<String> {
    let mut lines = vec![
        format!("Tiếp nhận lúc {}.", moment(told.accepted)),
        format!("Thời hạn giải quyết: {}.", told.time.vietnamese()),
    ];
    lines.extend(counted(told));
    lines.extend(days_off(told));
    lines.extend(days_worked(told));
    lines.extend(moved(told));
    lines.push(format!("Hẹn trả kết quả chậm nhất lúc {}.", moment(told.appointment.at)));
    lines.extend(provisional(told));
    lines.push(format!("Tính theo lịch làm việc “{}”, phiên bản {}.", told.calendar, told.version));
    lines
}

pub(super) fn plain(told: &Explanation) -> String {
    let mut text = format!("Kết quả được hẹn trả chậm nhất lúc {}", moment(told.appointment.at));
    text.push_str(&match told.time.unit() {
        Unit::WorkingDays => plain_time(told, "không kể ngày nộp hồ sơ, ngày nghỉ hằng tuần và ngày nghỉ lễ"),
        Unit::WorkingHours => plain_time(told, "chỉ tính giờ làm việc"),
        Unit::CalendarDays | Unit::Months => plain_time(told, "không kể ngày nộp hồ sơ"),
        Unit::SameDay if told.moved_from.is_some() => ", vào ngày làm việc tiếp theo.".to_owned(),
        Unit::SameDay => ", ngay trong ngày nộp hồ sơ.".to_owned(),
    });
    if !told.provisional_years.is_empty() {
        let years = told.years();
        text.push_str(&format!(" Lịch nghỉ năm {years} chưa được công bố nên đây là ngày tạm tính; "));
        text.push_str("nếu có thay đổi, cơ quan sẽ thông báo.");
    }
    text
}

fn plain_time(told: &Explanation, counted: &str) -> String {
    format!(" (thời hạn {}, {counted}).", told.time.vietnamese())
}

fn counted(told: &Explanation) -> Vec<String> {
    let (first, last, days) = (day(told.first_day), day(told.last_day()), told.days_counted);
    let after_acceptance = format!(
        "Ngày tiếp nhận không tính vào thời hạn (Điều 147 Bộ luật Dân sự 2015); ngày đầu tiên được tính là {first}."
    );
    match told.time.unit() {
        Unit::WorkingDays => {
            vec![after_acceptance, format!("Đã tính {days} ngày làm việc, từ {first} đến hết {last}.")]
        }
        Unit::CalendarDays | Unit::Months => {
            let every = format!("Đã tính {days} ngày, kể cả ngày nghỉ, từ {first} đến hết {last}.");
            vec![after_acceptance, every]
        }
        Unit::WorkingHours if told.counted_from == told.accepted => {
            vec![format!("Tính từ thời điểm tiếp nhận, chỉ trong giờ làm việc, qua {days} ngày làm việc.")]
        }
        Unit::WorkingHours => {
            let from = moment(told.counted_from);
            vec![format!(
                "Tiếp nhận ngoài giờ làm việc nên tính từ đầu buổi làm việc kế tiếp, lúc {from}, \
                 chỉ trong giờ làm việc, qua {days} ngày làm việc."
            )]
        }
        Unit::SameDay => Vec::new(),
    }
}

fn days_off(told: &Explanation) -> Option<String> {
    let mut skipped: Vec<String> = told.days_off.iter().map(named_days_off).collect();
    if told.weekly_rest > 0 {
        skipped.push(format!("{} ngày nghỉ hằng tuần", told.weekly_rest));
    }
    (!skipped.is_empty()).then(|| format!("Ngày nghỉ không tính: {}.", skipped.join("; ")))
}

fn days_worked(told: &Explanation) -> Option<String> {
    let met: Vec<String> = told.days_worked.iter().map(named_day_worked).collect();
    (!met.is_empty()).then(|| format!("Ngày làm bù được tính là ngày làm việc: {}.", met.join("; ")))
}

fn moved(told: &Explanation) -> Option<String> {
    let last = day(told.moved_from?);
    Some(match told.time.unit() {
        Unit::SameDay if told.came_in_late() => {
            "Tiếp nhận sau 15 giờ nên trả kết quả trong ngày làm việc tiếp \
                                                 theo (Điều 18 Nghị định 118/2025/NĐ-CP)."
                .to_owned()
        }
        Unit::SameDay => {
            format!(
                "Ngày {last} là ngày nghỉ hoặc đã hết giờ làm việc nên trả kết quả trong ngày làm việc tiếp theo."
            )
        }
        Unit::WorkingDays | Unit::WorkingHours | Unit::CalendarDays | Unit::Months => format!(
            "Ngày cuối của thời hạn, {last}, là ngày nghỉ nên thời hạn kết thúc vào cuối ngày làm việc \
             tiếp theo (Điều 148 Bộ luật Dân sự 2015)."
        ),
    })
}

fn provisional(told: &Explanation) -> Option<String> {
    let years = told.years();
    let text = format!("Lịch nghỉ năm {years} chưa được công bố chính thức; ngày hẹn là tạm tính.");
    (!told.provisional_years.is_empty()).then_some(text)
}

fn named_days_off(off: &DaysOff) -> String {
    if off.from == off.to {
        return format!("{} ({})", day(off.from), off.name);
    }
    format!("từ {} đến hết {} ({})", day(off.from), day(off.to), off.name)
}

fn named_day_worked(worked: &DayWorked) -> String {
    format!("{} ({})", day(worked.on), worked.name)
}

pub(super) fn moment(at: OffsetDateTime) -> String {
    format!("{:02}:{:02} ngày {}", at.hour(), at.minute(), super::day_month_year(at.date()))
}

fn day(date: Date) -> String {
    format!("ngày {}", super::day_month_year(date))
}
