//! The stages of a dossier.

use serde::{Deserialize, Serialize};

/// Where a dossier stands, derived from its events (domain: Stages).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Handed in, not accepted yet.
    Submitted,
    /// Accepted, still on its first desks.
    Accepted,
    /// Some step has been done.
    InProgress,
    /// The result is there to be collected.
    ResultReady,
    /// Handed over.
    Returned,
    /// Refused at the desk.
    Refused,
    /// Taken back by the applicant.
    Withdrawn,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Stage; 7] = [
        Stage::Submitted,
        Stage::Accepted,
        Stage::InProgress,
        Stage::ResultReady,
        Stage::Returned,
        Stage::Refused,
        Stage::Withdrawn,
    ];

    /// The stage's name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Submitted => "submitted",
            Stage::Accepted => "accepted",
            Stage::InProgress => "in_progress",
            Stage::ResultReady => "result_ready",
            Stage::Returned => "returned",
            Stage::Refused => "refused",
            Stage::Withdrawn => "withdrawn",
        }
    }

    /// The stage with this name.
    pub fn named(name: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.as_str() == name)
    }

    /// The national portal's code (`TrangThaiHoSo`).
    pub fn national_code(self) -> u8 {
        match self {
            Stage::Submitted => 1,
            Stage::Accepted => 2,
            Stage::Refused => 3,
            Stage::InProgress => 4,
            Stage::Withdrawn => 7,
            Stage::ResultReady => 9,
            Stage::Returned => 10,
        }
    }

    /// The stage in words, in Vietnamese and English.
    pub fn said(self) -> kernel::Said {
        let (vi, en) = match self {
            Stage::Submitted => ("Đã nộp, chờ tiếp nhận", "Submitted, waiting to be accepted"),
            Stage::Accepted => ("Đã tiếp nhận", "Accepted"),
            Stage::InProgress => ("Đang giải quyết", "In progress"),
            Stage::ResultReady => ("Đã có kết quả, chờ trả", "Result ready"),
            Stage::Returned => ("Đã trả kết quả", "Result returned"),
            Stage::Refused => ("Không được tiếp nhận", "Refused"),
            Stage::Withdrawn => ("Người nộp đã rút hồ sơ", "Withdrawn by the applicant"),
        };
        kernel::Said { vi, en }
    }
}
