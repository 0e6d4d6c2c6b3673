//! Phiếu trả kết quả.

use serde::Serialize;

use crate::{Dossier, Fee, Moment};

/// What is signed when the result is handed over.
#[derive(Clone, Debug, Serialize)]
pub struct ResultSlip {
    /// The dossier.
    pub dossier: Dossier,
    /// The appointment.
    pub due: Moment,
    /// When the result was handed over.
    pub returned: Moment,
    /// What was handed over.
    pub papers: Vec<PaperHandedOver>,
    /// Fees and charges paid.
    pub fees: Vec<Fee>,
    /// Who received it, where known beforehand.
    pub receiver: Option<String>,
    /// A note.
    pub note: Option<String>,
}

/// A paper of the result.
#[derive(Clone, Debug, Serialize)]
pub struct PaperHandedOver {
    /// Its name.
    pub name: String,
    /// Its number and sign.
    pub number: Option<String>,
    /// How many.
    pub copies: u32,
}
