//! Sổ theo dõi hồ sơ.

use serde::Serialize;

use crate::Moment;

/// The register of a counter for some time.
#[derive(Clone, Debug, Serialize)]
pub struct Register {
    /// The time in words, such as “Tháng 11 năm 2026”.
    pub period: String,
    /// The dossiers, in order.
    pub entries: Vec<Entry>,
}

/// A dossier's row.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its place in the register.
    pub ordinal: u32,
    /// The dossier's number.
    pub number: String,
    /// What is asked for.
    pub content: String,
    /// Whose it is.
    pub owner: String,
    /// The owner's address.
    pub address: Option<String>,
    /// The owner's telephone.
    pub phone: Option<String>,
    /// When it was received.
    pub received: Moment,
    /// The appointment, where one was given.
    pub appointed: Option<Moment>,
    /// When the result was returned.
    pub returned: Option<Moment>,
    /// Who handed the result over.
    pub handed_over_by: Option<String>,
    /// Who received it.
    pub received_by: Option<String>,
    /// Who worked on it.
    pub officer: Option<String>,
    /// A note.
    pub note: Option<String>,
}
