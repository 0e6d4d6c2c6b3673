//! Phiếu kiểm soát quá trình giải quyết hồ sơ.

use serde::Serialize;

use crate::{Dossier, Moment};

/// Process control sheet.
#[derive(Clone, Debug, Serialize)]
pub struct ControlSheet {
    /// The dossier.
    pub dossier: Dossier,
    /// The agencies that work on it, the lead first.
    pub agencies: Vec<String>,
    /// When it was received.
    pub received: Moment,
    /// The appointment.
    pub due: Moment,
    /// Each hand-over, in order.
    pub hand_overs: Vec<HandOver>,
}

/// A dossier passing from one desk to the next.
#[derive(Clone, Debug, Serialize)]
pub struct HandOver {
    /// Who hands over.
    pub from: String,
    /// Who receives.
    pub to: String,
    /// When.
    pub at: Moment,
    /// How the work of `from` stood to its time share.
    pub outcome: Outcome,
    /// A note.
    pub note: Option<String>,
}

/// How work stood to the time it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Trước hạn.
    Early,
    /// Đúng hạn.
    OnTime,
    /// Quá hạn.
    Late,
    /// Đang thực hiện.
    Pending,
}
