//! The letters there are, one variant each.

use std::fmt;

use serde::Serialize;

use crate::forms::{
    Apology, BelatedApology, ControlSheet, Guidance, Receipt, Refusal, Register, ResultSlip, Supplement,
};

/// What a form says; who says it stands in [`Frame`](crate::Frame).
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Letter {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Receipt(Receipt),
    /// Phiếu hướng dẫn hoàn thiện hồ sơ.
    Guidance(Guidance),
    /// Phiếu yêu cầu bổ sung hồ sơ.
    Supplement(Supplement),
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ.
    Refusal(Refusal),
    /// Phiếu xin lỗi và hẹn lại ngày trả kết quả.
    Apology(Apology),
    /// Phiếu xin lỗi khi đã quá hạn.
    BelatedApology(BelatedApology),
    /// Phiếu kiểm soát quá trình giải quyết hồ sơ.
    ControlSheet(ControlSheet),
    /// Phiếu trả kết quả.
    ResultSlip(ResultSlip),
    /// Sổ theo dõi hồ sơ.
    Register(Register),
}

impl Letter {
    /// Which form it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Receipt(_) => Kind::Receipt,
            Self::Guidance(_) => Kind::Guidance,
            Self::Supplement(_) => Kind::Supplement,
            Self::Refusal(_) => Kind::Refusal,
            Self::Apology(_) => Kind::Apology,
            Self::BelatedApology(_) => Kind::BelatedApology,
            Self::ControlSheet(_) => Kind::ControlSheet,
            Self::ResultSlip(_) => Kind::ResultSlip,
            Self::Register(_) => Kind::Register,
        }
    }
}

/// A kind of letter, which has a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Receipt and appointment slip.
    Receipt,
    /// Guidance notice, before acceptance.
    Guidance,
    /// Supplement request, after acceptance.
    Supplement,
    /// Refusal.
    Refusal,
    /// Apology with the new appointment.
    Apology,
    /// Apology after the appointment was missed.
    BelatedApology,
    /// Process control sheet.
    ControlSheet,
    /// Result slip.
    ResultSlip,
    /// A page or more of the register.
    Register,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Receipt,
        Self::Guidance,
        Self::Supplement,
        Self::Refusal,
        Self::Apology,
        Self::BelatedApology,
        Self::ControlSheet,
        Self::ResultSlip,
        Self::Register,
    ];

    /// Its name in files and addresses; the template is this with `.typ`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Guidance => "guidance",
            Self::Supplement => "supplement",
            Self::Refusal => "refusal",
            Self::Apology => "apology",
            Self::BelatedApology => "belated-apology",
            Self::ControlSheet => "control-sheet",
            Self::ResultSlip => "result-slip",
            Self::Register => "register",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}
