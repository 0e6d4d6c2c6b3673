//! How an appointment came to be what it is, in sentences: what has changed it since the first one.

use crate::clock::Waiting;
use crate::event::{Cause, Recounted, Resumed};
use crate::state::{Change, State};
use calendar::{english_moment, vietnamese_moment};
use kernel::Lang;
use time::OffsetDateTime;

/// A sentence for each change since the first appointment, in order; the last one says that the clock stands, if it does.
pub fn changes(state: &State, lang: Lang) -> Vec<String> {
    let told = state.changes.iter().map(|change| sentence(change, lang));
    told.chain(state.waiting.map(|waiting| stands(waiting, lang))).collect()
}

fn sentence(change: &Change, lang: Lang) -> String {
    match change {
        Change::Stood { waiting, resumed } => stood(*waiting, resumed, lang),
        Change::Rescheduled { at, to } => rescheduled(*at, to.at, lang),
        Change::Recounted(recounted) => counted_anew(recounted, lang),
    }
}

fn stood(waiting: Waiting, resumed: &Resumed, lang: Lang) -> String {
    let (since, until) = (moment(waiting.since, lang), moment(resumed.at, lang));
    let due = moment(resumed.appointment.at, lang);
    let what = awaited(waiting.cause, lang);
    match (lang, resumed.afresh) {
        (Lang::Vi, true) => format!(
            "Dừng tính thời hạn từ {since} để chờ {what}; nhận đủ lúc {until}, thời hạn được tính lại từ đầu \
             (Điều 19 Nghị định 118/2025/NĐ-CP), hẹn trả chậm nhất lúc {due}."
        ),
        (Lang::Vi, false) => format!(
            "Dừng tính thời hạn từ {since} đến {until} để chờ {what}; phần thời hạn còn lại được tính tiếp, \
             hẹn trả chậm nhất lúc {due}."
        ),
        (Lang::En, true) => format!(
            "The clock stood from {since} for {what}; all was in at {until} and the full time began afresh \
             (Decree 118/2025, art. 19): due by {due}."
        ),
        (Lang::En, false) => format!(
            "The clock stood from {since} to {until} for {what} and went on with what was left: due by {due}."
        ),
    }
}

fn stands(waiting: Waiting, lang: Lang) -> String {
    let (since, what) = (moment(waiting.since, lang), awaited(waiting.cause, lang));
    match lang {
        Lang::Vi => format!(
            "Đang dừng tính thời hạn từ {since} để chờ {what}; ngày hẹn trả được tính lại khi thời hạn chạy tiếp."
        ),
        Lang::En => format!(
            "The clock has stood since {since} for {what}; a new appointment is counted when it runs again."
        ),
    }
}

fn rescheduled(at: OffsetDateTime, to: OffsetDateTime, lang: Lang) -> String {
    let (at, to) = (moment(at, lang), moment(to, lang));
    match lang {
        Lang::Vi => format!("Lúc {at}, cơ quan xin lỗi bằng văn bản và hẹn lại, một lần duy nhất, đến {to}."),
        Lang::En => format!("At {at} the agency apologised in writing and rescheduled, once, to {to}."),
    }
}

fn counted_anew(recounted: &Recounted, lang: Lang) -> String {
    let (to, used) = (moment(recounted.to.at, lang), &recounted.calendar);
    match lang {
        Lang::Vi => format!(
            "Lịch làm việc “{}” thay đổi (phiên bản {}) nên hẹn trả được tính lại đến {to}.",
            used.code, used.version
        ),
        Lang::En => format!(
            "The calendar “{}” changed (version {}), and the appointment was counted anew: {to}.",
            used.code, used.version
        ),
    }
}

fn awaited(cause: Cause, lang: Lang) -> &'static str {
    match (cause, lang) {
        (Cause::Supplement, Lang::Vi) => "bổ sung hồ sơ",
        (Cause::Supplement, Lang::En) => "a supplement",
        (Cause::Payment, Lang::Vi) => "thực hiện nghĩa vụ tài chính",
        (Cause::Payment, Lang::En) => "a payment",
    }
}

fn moment(at: OffsetDateTime, lang: Lang) -> String {
    match lang {
        Lang::Vi => vietnamese_moment(at),
        Lang::En => english_moment(at),
    }
}
