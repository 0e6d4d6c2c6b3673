//! Apologies, in time and belated.

use time::macros::datetime;

use super::people::dossier;
use crate::{Apology, BelatedApology, Letter};

pub(super) fn apology() -> Letter {
    Letter::Apology(Apology {
        dossier: dossier(),
        received: datetime!(2026-11-23 08:15 +7).into(),
        receipt: Some("125/TNHS".to_owned()),
        old: datetime!(2026-12-22 17:00 +7).into(),
        cause: Some("Sở Nông nghiệp và Môi trường".to_owned()),
        reason:
            "việc lấy ý kiến về hành lang bảo vệ bờ biển cần thêm một lần khảo sát thực địa do mưa lũ kéo dài"
                .to_owned(),
        text: Some("Sở đã bố trí thêm cán bộ khảo sát và sẽ báo ngay khi có kết quả.".to_owned()),
        new: datetime!(2026-12-29 17:00 +7).into(),
        return_place: Some("Bộ phận tiếp nhận và trả kết quả, số 4 Trần Phú, phường Nha Trang".to_owned()),
    })
}

pub(super) fn belated() -> Letter {
    Letter::BelatedApology(BelatedApology {
        dossier: dossier(),
        received: datetime!(2026-10-05 14:40 +7).into(),
        missed: datetime!(2026-11-02 17:00 +7).into(),
        cause: None,
        reason: "công chức thụ lý nghỉ ốm, việc phân công lại bị chậm".to_owned(),
        text: None,
        expected: datetime!(2026-12-04 11:30 +7).into(),
    })
}
