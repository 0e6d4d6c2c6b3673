//! The words that a picture adds to those it is given.

use crate::picture::{Dates, Lang, LegState, Now};
use crate::text::NO_BREAK_SPACE;

impl Lang {
    /// The code of the language, as in HTML.
    pub(crate) fn code(self) -> &'static str {
        self.pick("vi", "en")
    }

    fn pick(self, vi: &'static str, en: &'static str) -> &'static str {
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    // the counter

    pub(crate) fn receives(self) -> &'static str {
        self.pick("Tiếp nhận hồ sơ", "Dossier received")
    }

    pub(crate) fn returns(self) -> &'static str {
        self.pick("Trả kết quả", "Result returned")
    }

    pub(crate) fn counter(self) -> &'static str {
        self.pick("Bộ phận một cửa", "One-stop counter")
    }

    pub(crate) fn counter_of(self, lead: &str) -> String {
        format!("{} {lead}", self.pick("Bộ phận một cửa", "the one-stop counter of"))
    }

    pub(crate) fn to_be_accepted(self) -> &'static str {
        self.pick("Chờ tiếp nhận", "To be accepted")
    }

    pub(crate) fn accepted(self) -> &'static str {
        self.pick("Đã tiếp nhận", "Accepted")
    }

    pub(crate) fn to_be_returned(self) -> &'static str {
        self.pick("Chờ trả kết quả", "Ready to be returned")
    }

    pub(crate) fn returned(self) -> &'static str {
        self.pick("Đã trả kết quả", "Returned")
    }

    // a leg

    pub(crate) fn leg(self) -> &'static str {
        self.pick("Chặng", "Leg")
    }

    pub(crate) fn legs(self) -> &'static str {
        self.pick("chặng", "legs")
    }

    pub(crate) fn role(self, is_lead: bool) -> &'static str {
        if is_lead { self.pick("Đầu mối", "Lead") } else { self.pick("Phối hợp", "Coordinating") }
    }

    pub(crate) fn share(self) -> &'static str {
        self.pick("Thời hạn", "Time")
    }

    pub(crate) fn only_if(self) -> &'static str {
        self.pick("Chỉ khi", "Only if")
    }

    pub(crate) fn once_paid(self) -> &'static str {
        self.pick("Sau khi đã nộp", "Once paid")
    }

    pub(crate) fn lies_with(self) -> &'static str {
        self.pick("Đang ở", "Lies with")
    }

    pub(crate) fn late(self) -> &'static str {
        self.pick("Trễ hạn", "Late")
    }

    pub(crate) fn state(self, state: LegState) -> &'static str {
        match state {
            LegState::Ahead => self.pick("Chưa đến lượt", "Not yet started"),
            LegState::Open => self.pick("Đang giải quyết", "In progress"),
            LegState::Waiting => self.pick("Chờ thanh toán", "Waiting for payment"),
            LegState::Resting => self.pick("Tạm dừng tính thời hạn", "Clock stopped"),
            LegState::Done => self.pick("Đã xong", "Done"),
            LegState::Skipped => self.pick("Không phải làm", "Not needed"),
            LegState::SentBack => self.pick("Bị trả lại để làm lại", "Sent back"),
        }
    }

    /// The moments of a leg, in a sentence without its end; none where there are none.
    pub(crate) fn dates(self, dates: &Dates) -> Option<String> {
        together([
            (self.pick("bắt đầu", "from"), &dates.from),
            (self.pick("hạn", "due"), &dates.due),
            (self.pick("xong", "done"), &dates.done),
        ])
    }

    /// When the result is to be returned, and when it was; none where neither is known.
    pub(crate) fn return_dates(self, now: &Now) -> Option<String> {
        together([
            (self.pick("hẹn trả", "appointment"), &now.appointment),
            (self.pick("đã trả", "returned"), &now.returned),
        ])
    }

    // the whole

    pub(crate) fn lead(self) -> &'static str {
        self.pick("Cơ quan đầu mối", "Lead agency")
    }

    pub(crate) fn stands_at(self) -> &'static str {
        self.pick("Tình trạng lúc", "As it stood at")
    }

    pub(crate) fn stands(self) -> &'static str {
        self.pick("Tình trạng", "State")
    }

    pub(crate) fn side_by_side(self) -> &'static str {
        self.pick("Làm cùng lúc", "Side by side")
    }

    pub(crate) fn legend(self) -> &'static str {
        self.pick("Chú giải", "Legend")
    }

    pub(crate) fn critical(self) -> &'static str {
        self.pick("Đường dài nhất, quyết định thời hạn", "Longest path, decides the time")
    }

    pub(crate) fn then(self) -> &'static str {
        self.pick("Xong mới đến chặng sau", "Done before the next")
    }

    pub(crate) fn conditional(self) -> &'static str {
        self.pick("Chặng chỉ làm khi có điều kiện", "Leg worked under a condition only")
    }

    pub(crate) fn no_legs(self) -> &'static str {
        self.pick("Quy trình chưa có chặng nào", "The process has no leg yet")
    }

    pub(crate) fn after(self) -> &'static str {
        self.pick("Bắt đầu sau chặng", "Starts after leg")
    }

    pub(crate) fn after_acceptance(self) -> &'static str {
        self.pick("Bắt đầu khi hồ sơ được tiếp nhận", "Starts when the dossier is accepted")
    }

    pub(crate) fn on_critical_path(self) -> &'static str {
        self.pick(
            "Nằm trên đường dài nhất, quyết định thời hạn",
            "Lies on the longest path, which decides the time",
        )
    }
}

/// Labelled moments, each held together, in a sentence without its end.
fn together<const N: usize>(moments: [(&str, &Option<String>); N]) -> Option<String> {
    let labelled =
        moments.into_iter().filter_map(|(label, moment)| Some(format!("{label}: {}", moment.as_ref()?)));
    let held: Vec<String> = labelled.map(|moment| moment.replace(' ', &NO_BREAK_SPACE.to_string())).collect();
    if held.is_empty() { None } else { Some(capital(&held.join("; "))) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
