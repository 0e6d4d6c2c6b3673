//! A letter of each kind as an office might write it: what templates are tried with, and a model for callers.

mod answers;
mod apologies;
mod people;
mod receipt;
mod returning;
mod tracing;

use time::OffsetDateTime;
use time::macros::{date, datetime};

use crate::{Frame, Kind, Letter, Moment, Paper, Seal, Signature, Verification};

pub use receipt::long as long_receipt;

/// The moment at which the samples are printed.
pub const AT: OffsetDateTime = datetime!(2026-11-25 09:30 +7);

/// A letter of this kind.
#[must_use]
pub fn letter(kind: Kind) -> Letter {
    match kind {
        Kind::Receipt => receipt::receipt(),
        Kind::Guidance => answers::guidance(),
        Kind::Supplement => answers::supplement(),
        Kind::Refusal => answers::refusal(),
        Kind::Apology => apologies::apology(),
        Kind::BelatedApology => apologies::belated(),
        Kind::ControlSheet => tracing::control_sheet(),
        Kind::ResultSlip => returning::result_slip(),
        Kind::Register => tracing::register(),
    }
}

/// What stands around it.
#[must_use]
pub fn frame(kind: Kind) -> Frame {
    let of_the_counter = !matches!(kind, Kind::Apology | Kind::BelatedApology);
    Frame {
        paper: Paper::A4,
        superior: Some("UBND tỉnh Khánh Hòa".to_owned()),
        agency: "Sở Xây dựng".to_owned(),
        counter: of_the_counter.then(|| "Bộ phận tiếp nhận và trả kết quả".to_owned()),
        number: Some(format!("125/{}", sign(kind))),
        place: "Nha Trang".to_owned(),
        date: date!(2026 - 11 - 25).into(),
        verification: Some(Verification {
            code: "K7QM-2XNA-94TD".to_owned(),
            link: "https://motcua.khanhhoa.example/kiem-tra".to_owned(),
        }),
        status_link: (kind != Kind::Register)
            .then(|| "https://motcua.khanhhoa.example/tra-cuu/H32.17-261123-0001?ma=PX7RWQ2M9KDT".to_owned()),
        signature: Some(signature(kind)),
    }
}

/// What follows the number on such a letter.
fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Receipt => "TNHS",
        Kind::Guidance => "HDHS",
        Kind::Supplement => "BSHS",
        Kind::Refusal => "TCHS",
        Kind::Apology | Kind::BelatedApology => "PXL-SXD",
        Kind::ControlSheet => "KSHS",
        Kind::ResultSlip => "TKQ",
        Kind::Register => "STD",
    }
}

fn signature(kind: Kind) -> Signature {
    let at = Moment::from(AT);
    match kind {
        Kind::Apology | Kind::BelatedApology => Signature {
            capacity: Some("KT. Giám đốc".to_owned()),
            position: "Phó Giám đốc".to_owned(),
            name: "Nguyễn Thị Thùy Dương".to_owned(),
            seal: if kind == Kind::Apology { Seal::Digital(at) } else { Seal::Approved(at) },
        },
        Kind::Supplement | Kind::Refusal => Signature {
            capacity: None,
            position: "Trưởng bộ phận".to_owned(),
            name: "Trần Quốc Vượng".to_owned(),
            seal: Seal::Approved(at),
        },
        _ => Signature {
            capacity: None,
            position: "Người tiếp nhận hồ sơ".to_owned(),
            name: "Đặng Thị Mỹ Huyền".to_owned(),
            seal: Seal::ByHand,
        },
    }
}
