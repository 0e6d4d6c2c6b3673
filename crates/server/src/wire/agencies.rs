//! Agencies, as anyone reads them (3.a), and their people, as their colleagues do.

use catalog::Agency;
use serde::Serialize;
use utoipa::ToSchema;

/// All agencies.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgenciesOut {
    /// By identifier.
    pub items: Vec<AgencyOut>,
}

/// An agency.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgencyOut {
    pub(crate) code: String,
    pub(crate) name: String,
    /// The agency above it.
    pub(crate) parent: Option<String>,
    /// Its one-stop counter.
    pub(crate) counter: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) hotline: Option<String>,
}

impl From<&Agency> for AgencyOut {
    fn from(agency: &Agency) -> Self {
        Self {
            code: agency.code.to_string(),
            name: agency.name.clone(),
            parent: agency.parent.as_ref().map(ToString::to_string),
            counter: agency.counter.clone(),
            address: agency.address.clone(),
            hotline: agency.hotline.clone(),
        }
    }
}

/// The people of an agency who have a role.
#[derive(Debug, Serialize, ToSchema)]
pub struct StaffOut {
    /// By name.
    pub items: Vec<StaffLine>,
}

/// One of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct StaffLine {
    /// The account.
    pub id: uuid::Uuid,
    /// The person's name.
    pub name: String,
}
