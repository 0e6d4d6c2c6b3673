//! A control sheet and a register.

use time::OffsetDateTime;
use time::macros::datetime;

use super::people::{dossier, officer, owner};
use crate::{ControlSheet, Entry, HandOver, Letter, Outcome, Register};

pub(super) fn control_sheet() -> Letter {
    Letter::ControlSheet(ControlSheet {
        dossier: dossier(),
        agencies: ["Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Công an tỉnh"].map(str::to_owned).to_vec(),
        received: datetime!(2026-11-23 08:15 +7).into(),
        due: datetime!(2026-12-22 17:00 +7).into(),
        hand_overs: vec![
            hand_over(
                "Bộ phận một cửa",
                "Phòng Quản lý xây dựng",
                datetime!(2026-11-23 10:00 +7),
                Outcome::OnTime,
                None,
            ),
            hand_over(
                "Phòng Quản lý xây dựng",
                "Sở Nông nghiệp và Môi trường",
                datetime!(2026-11-26 15:20 +7),
                Outcome::Early,
                Some("lấy ý kiến về đất đai"),
            ),
            hand_over(
                "Sở Nông nghiệp và Môi trường",
                "Phòng Quản lý xây dựng",
                datetime!(2026-12-09 08:45 +7),
                Outcome::Late,
                Some("chậm 2 ngày làm việc so với thời hạn được giao"),
            ),
            hand_over(
                "Phòng Quản lý xây dựng",
                "Lãnh đạo Sở",
                datetime!(2026-12-15 16:10 +7),
                Outcome::Pending,
                None,
            ),
        ],
    })
}

fn hand_over(from: &str, to: &str, at: OffsetDateTime, outcome: Outcome, note: Option<&str>) -> HandOver {
    HandOver {
        from: from.to_owned(),
        to: to.to_owned(),
        at: at.into(),
        outcome,
        note: note.map(str::to_owned),
    }
}

pub(super) fn register() -> Letter {
    Letter::Register(Register {
        period: "Tháng 11 năm 2026".to_owned(),
        entries: (1..=24).map(entry).collect(),
    })
}

fn entry(ordinal: u32) -> Entry {
    let done = !ordinal.is_multiple_of(3);
    Entry {
        ordinal,
        number: format!("H32.17-261123-{ordinal:04}"),
        content: dossier().request,
        owner: owner().name,
        address: Some(owner().address),
        phone: owner().phone,
        received: datetime!(2026-11-23 08:15 +7).into(),
        appointed: Some(datetime!(2026-12-22 17:00 +7).into()),
        returned: done.then(|| datetime!(2026-12-21 09:05 +7).into()),
        handed_over_by: done.then(|| "Đặng Thị Mỹ Huyền".to_owned()),
        received_by: done.then(|| "Huỳnh Ngọc Thủy Tiên".to_owned()),
        officer: Some(officer().name),
        note: ordinal.is_multiple_of(5).then(|| "nộp trực tuyến".to_owned()),
    }
}
