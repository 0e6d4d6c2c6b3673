//! Receipts: an ordinary one, and one of the procedure with the most components.

use time::macros::datetime;

use super::people::{dossier, submitter};
use crate::{Component, Fee, Letter, Receipt};

pub(super) fn receipt() -> Letter {
    Letter::Receipt(with(components()))
}

/// A receipt of so many components, over several pages.
#[must_use]
pub fn long(components: usize) -> Letter {
    let nth = |at: usize| Component {
        name: format!(
            "Hồ sơ năng lực và chứng chỉ hành nghề của nhà thầu thứ {at}, kèm bảng kê nhân sự chủ chốt"
        ),
        originals: 1,
        certified: 0,
        copies: 2,
        note: at.is_multiple_of(7).then(|| "đã đối chiếu bản chính".to_owned()),
    };
    Letter::Receipt(with((1..=components).map(nth).collect()))
}

fn with(components: Vec<Component>) -> Receipt {
    Receipt {
        dossier: dossier(),
        submitter: Some(submitter()),
        components,
        processing: "20 ngày làm việc".to_owned(),
        received: datetime!(2026-11-23 08:15 +7).into(),
        appointment: datetime!(2026-12-22 17:00 +7).into(),
        appointment_note: None,
        return_place: "Bộ phận tiếp nhận và trả kết quả, Sở Xây dựng, số 4 Trần Phú, phường Nha Trang"
            .to_owned(),
        fees: vec![
            Fee {
                name: "Lệ phí cấp giấy phép".to_owned(),
                amount: Some(150_000),
                note: Some("đã nộp".to_owned()),
            },
            Fee {
                name: "Phí thẩm định".to_owned(),
                amount: None,
                note: Some("theo nghị quyết của Hội đồng nhân dân tỉnh".to_owned()),
            },
        ],
        secret: Some("PX7RWQ2M9KDT".to_owned()),
    }
}

fn components() -> Vec<Component> {
    let component = |name: &str, originals, certified, copies, note: Option<&str>| Component {
        name: name.to_owned(),
        originals,
        certified,
        copies,
        note: note.map(str::to_owned),
    };
    vec![
        component("Đơn đề nghị cấp giấy phép xây dựng theo mẫu", 1, 0, 0, None),
        component(
            "Giấy tờ chứng minh quyền sử dụng đất theo quy định của pháp luật về đất đai",
            0,
            1,
            0,
            None,
        ),
        component("Quyết định phê duyệt dự án đầu tư xây dựng", 0, 0, 1, Some("đã đối chiếu bản chính")),
        component(
            "Bản vẽ thiết kế xây dựng: mặt bằng, mặt đứng, mặt cắt, móng, đấu nối hạ tầng",
            2,
            0,
            0,
            None,
        ),
    ]
}
