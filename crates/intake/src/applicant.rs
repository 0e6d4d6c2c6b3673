//! Who applies.

use crate::fault::FaultKind;
use serde::{Deserialize, Serialize};

/// What kind of applicant (`LoaiDoiTuong` of the national portal).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApplicantKind {
    /// Công dân.
    Citizen,
    /// Doanh nghiệp.
    Enterprise,
    /// Cơ quan nhà nước.
    StateAgency,
    /// Tổ chức khác.
    Organisation,
}

impl ApplicantKind {
    /// The kind's name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            ApplicantKind::Citizen => "citizen",
            ApplicantKind::Enterprise => "enterprise",
            ApplicantKind::StateAgency => "state_agency",
            ApplicantKind::Organisation => "organisation",
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<ApplicantKind> {
        use ApplicantKind::{Citizen, Enterprise, Organisation, StateAgency};
        [Citizen, Enterprise, StateAgency, Organisation].into_iter().find(|kind| kind.as_str() == name)
    }

    /// The national portal's code.
    pub fn national_code(self) -> u8 {
        match self {
            ApplicantKind::Citizen => 1,
            ApplicantKind::Enterprise => 2,
            ApplicantKind::StateAgency => 3,
            ApplicantKind::Organisation => 4,
        }
    }
}

/// An applicant's details. They are kept in a table of their own and never in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// What kind.
    pub kind: ApplicantKind,
    /// Full name.
    pub name: String,
    /// Identity or enterprise number; empty where it isn't given.
    pub identity: String,
    /// Phone; empty where it isn't given.
    pub phone: String,
    /// E-mail; empty where it isn't given.
    pub email: String,
    /// Address; empty where it isn't given.
    pub address: String,
}

impl Applicant {
    /// What lacks before the contact details are complete (2.đ): name, identity number, address, and a phone or an
    /// e-mail.
    pub fn lacks(&self) -> Vec<FaultKind> {
        let blank = |text: &str| text.trim().is_empty();
        let checks = [
            (blank(&self.name), FaultKind::NoName),
            (blank(&self.identity), FaultKind::NoIdentity),
            (blank(&self.address), FaultKind::NoAddress),
            (blank(&self.phone) && blank(&self.email), FaultKind::NoPhoneOrEmail),
        ];
        checks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, fault)| fault).collect()
    }
}
