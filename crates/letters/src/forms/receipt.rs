//! Giấy tiếp nhận hồ sơ và hẹn trả kết quả.

use serde::Serialize;

use crate::{Component, Dossier, Fee, Moment, Party};

/// Receipt and appointment slip.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    /// The dossier.
    pub dossier: Dossier,
    /// Who handed it in, where that isn't the owner.
    pub submitter: Option<Party>,
    /// What was handed in.
    pub components: Vec<Component>,
    /// The processing time in words, such as “20 ngày làm việc”.
    pub processing: String,
    /// When it was received.
    pub received: Moment,
    /// When the result is to be had.
    pub appointment: Moment,
    /// What is to be said of the appointment, such as that next year's calendar is provisional.
    pub appointment_note: Option<String>,
    /// Where the result is to be had.
    pub return_place: String,
    /// Fees and charges; none means free.
    pub fees: Vec<Fee>,
    /// The secret with which the applicant looks the dossier up.
    pub secret: Option<String>,
}
