//! Apologies: in time with a new appointment, and belated with an expected date.

use serde::Serialize;

use crate::{Dossier, Moment};

/// Apology and new appointment (phiếu xin lỗi và hẹn lại ngày trả kết quả).
#[derive(Clone, Debug, Serialize)]
pub struct Apology {
    /// The dossier; the letter goes to its owner.
    pub dossier: Dossier,
    /// When it was received.
    pub received: Moment,
    /// The receipt's number and sign.
    pub receipt: Option<String>,
    /// The old appointment.
    pub old: Moment,
    /// The agency that caused the delay, where another one did.
    pub cause: Option<String>,
    /// The reason.
    pub reason: String,
    /// What the office says besides, in its own words.
    pub text: Option<String>,
    /// The new appointment.
    pub new: Moment,
    /// Where the result is to be had.
    pub return_place: Option<String>,
}

/// Apology for an appointment that was missed without one. It moves no deadline.
#[derive(Clone, Debug, Serialize)]
pub struct BelatedApology {
    /// The dossier; the letter goes to its owner.
    pub dossier: Dossier,
    /// When it was received.
    pub received: Moment,
    /// The appointment that was missed.
    pub missed: Moment,
    /// The agency that caused the delay, where another one did.
    pub cause: Option<String>,
    /// The reason.
    pub reason: String,
    /// What the office says besides, in its own words.
    pub text: Option<String>,
    /// When the result is expected.
    pub expected: Moment,
}
