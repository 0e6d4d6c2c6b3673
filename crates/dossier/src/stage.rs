//! The stages of a dossier.

use serde::{Deserialize, Serialize};

/// Where a dossier stands, derived from its events (domain: Stages).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Handed in, not accepted yet.
    Submitted,
    /// Guided: the applicant was told what is missing or wrong.
    Guided,
    /// Accepted, still on its first desks.
    Accepted,
    /// Some step has been done.
    InProgress,
    /// The clock stands: the applicant is to bring a supplement.
    AwaitingSupplement,
    /// The clock stands: the applicant is to pay.
    AwaitingPayment,
    /// The result is there to be collected.
    ResultReady,
    /// Handed over.
    Returned,
    /// Refused at the desk.
    Refused,
    /// Taken back by the applicant.
    Withdrawn,
    /// Closed: what was asked for wasn't brought.
    Closed,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Stage; 11] = [
        Stage::Submitted,
        Stage::Guided,
        Stage::Accepted,
        Stage::InProgress,
        Stage::AwaitingSupplement,
        Stage::AwaitingPayment,
        Stage::ResultReady,
        Stage::Returned,
        Stage::Refused,
        Stage::Withdrawn,
        Stage::Closed,
    ];

    /// The stage's name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Submitted => "submitted",
            Stage::Guided => "guided",
            Stage::AwaitingSupplement => "awaiting_supplement",
            Stage::AwaitingPayment => "awaiting_payment",
            Stage::Closed => "closed",
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

    /// Whether its clock runs: it is accepted, and nothing is waited for.
    pub fn is_in_work(self) -> bool {
        matches!(self, Stage::Accepted | Stage::InProgress)
    }

    /// Whether nothing is done to a dossier any more but rating it.
    pub fn is_an_end(self) -> bool {
        match self {
            Stage::Returned | Stage::Refused | Stage::Withdrawn | Stage::Closed => true,
            Stage::Submitted
            | Stage::Guided
            | Stage::Accepted
            | Stage::InProgress
            | Stage::AwaitingSupplement
            | Stage::AwaitingPayment
            | Stage::ResultReady => false,
        }
    }

    /// The national portal's code (`TrangThaiHoSo`).
    pub fn national_code(self) -> u8 {
        match self {
            Stage::Submitted | Stage::Guided => 1,
            Stage::Accepted => 2,
            Stage::Refused => 3,
            Stage::InProgress => 4,
            Stage::AwaitingSupplement => 5,
            Stage::AwaitingPayment => 6,
            Stage::Withdrawn => 7,
            Stage::Closed => 8,
            Stage::ResultReady => 9,
            Stage::Returned => 10,
        }
    }

    /// The stage in words, in Vietnamese and English.
    pub fn said(self) -> kernel::Said {
        let (vi, en) = match self {
            Stage::Submitted => ("Đã nộp, chờ tiếp nhận", "Submitted, waiting to be accepted"),
            Stage::Guided => ("Chờ hoàn thiện hồ sơ theo hướng dẫn", "Waiting to be completed as guided"),
            Stage::AwaitingSupplement => ("Chờ bổ sung hồ sơ", "Waiting for a supplement"),
            Stage::AwaitingPayment => ("Chờ thực hiện nghĩa vụ tài chính", "Waiting for a payment"),
            Stage::Closed => {
                ("Đã dừng giải quyết vì không bổ sung đúng hạn", "Closed: not completed in time")
            }
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
