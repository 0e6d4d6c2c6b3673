//! The slip signed when a result is handed over.

use time::macros::datetime;

use super::people::{dossier, submitter};
use crate::{Fee, Letter, PaperHandedOver, ResultSlip};

pub(super) fn result_slip() -> Letter {
    Letter::ResultSlip(ResultSlip {
        dossier: dossier(),
        due: datetime!(2026-12-22 17:00 +7).into(),
        returned: datetime!(2026-12-21 09:05 +7).into(),
        papers: vec![
            PaperHandedOver {
                name: "Giấy phép xây dựng".to_owned(),
                number: Some("318/GPXD-SXD".to_owned()),
                copies: 1,
            },
            PaperHandedOver {
                name: "Bản vẽ thiết kế đã đóng dấu của cơ quan cấp giấy phép".to_owned(),
                number: None,
                copies: 1,
            },
        ],
        fees: vec![Fee {
            name: "Lệ phí cấp giấy phép".to_owned(),
            amount: Some(150_000),
            note: Some("đã nộp ngày 23/11/2026".to_owned()),
        }],
        receiver: Some(submitter().name),
        note: None,
    })
}
