//! What is asked for before and after acceptance, and a refusal.

use time::macros::date;

use super::people::{dossier, officer, submitter};
use crate::{Guidance, Letter, Missing, Refusal, Supplement, SupplementItem};

pub(super) fn guidance() -> Letter {
    let of = dossier();
    Letter::Guidance(Guidance {
        applicant: submitter(),
        procedure: of.procedure,
        code: of.code,
        request: "Cấp giấy phép xây dựng nhà ở riêng lẻ ba tầng".to_owned(),
        missing: vec![
            missing("Bản vẽ thiết kế xây dựng", 2, "Thiếu mặt cắt móng và sơ đồ đấu nối cấp thoát nước"),
            missing(
                "Giấy tờ chứng minh quyền sử dụng đất",
                1,
                "Bản sao chưa được chứng thực, trang 3 mờ không đọc được",
            ),
        ],
        note: None,
        officer: officer(),
    })
}

pub(super) fn supplement() -> Letter {
    Letter::Supplement(Supplement {
        dossier: dossier(),
        items: vec![
            SupplementItem {
                missing: missing(
                    "Văn bản thẩm duyệt về phòng cháy, chữa cháy",
                    1,
                    "Công trình thuộc diện phải thẩm duyệt",
                ),
                agency: Some("Công an tỉnh".to_owned()),
            },
            SupplementItem {
                missing: missing(
                    "Bản vẽ mặt bằng tổng thể",
                    2,
                    "Ranh giới không khớp với giấy chứng nhận quyền sử dụng đất",
                ),
                agency: Some("Sở Nông nghiệp và Môi trường".to_owned()),
            },
        ],
        until: date!(2026 - 12 - 10).into(),
        afterwards: "tính lại từ đầu, 20 ngày làm việc kể từ ngày bổ sung đầy đủ".to_owned(),
        officer: officer(),
    })
}

pub(super) fn refusal() -> Letter {
    let of = dossier();
    Letter::Refusal(Refusal {
        applicant: submitter(),
        procedure: of.procedure,
        code: of.code,
        request: "Cấp giấy phép xây dựng nhà ở riêng lẻ".to_owned(),
        ground: "Công trình không phù hợp với quy hoạch chi tiết xây dựng đã được phê duyệt".to_owned(),
        citation: "khoản 1 Điều 91 Luật Xây dựng năm 2014, sửa đổi năm 2020".to_owned(),
        explanation: "Thửa đất số 112, tờ bản đồ số 9 nằm trong phần đất được quy hoạch làm công viên cây xanh theo quyết \
                      định của Ủy ban nhân dân tỉnh."
            .to_owned(),
        advice: Some("Ông/Bà có thể đề nghị cấp giấy phép xây dựng có thời hạn.".to_owned()),
        officer: officer(),
    })
}

fn missing(component: &str, quantity: u32, reason: &str) -> Missing {
    Missing { component: component.to_owned(), quantity, reason: reason.to_owned() }
}
