//! Procedures as they are being written.

use crate::channel::Offer;
use crate::component::Component;
use crate::field_law::FieldLaw;
use crate::process::Process;
use crate::review::SimplificationReview;
use calendar::ProcessingTime;
use kernel::{AgencyCode, CaseCode, GroundCode, ProcedureCode};
use serde::{Deserialize, Serialize};

/// A case of a procedure: its own components, sometimes its own time and process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its code, unique in the version.
    pub code: CaseCode,
    /// What it is, in Vietnamese.
    pub name: String,
    /// Its own time; none: the procedure's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<ProcessingTime>,
    /// Its own process; none: the procedure's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<Process>,
}

/// A ground on which a dossier may be refused (3.b¶2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Its code, unique in the version.
    pub code: GroundCode,
    /// The ground in words, in Vietnamese.
    pub text: String,
    /// The article it stands on.
    pub citation: String,
}

/// A paper the procedure ends in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultPaper {
    /// Its name, in Vietnamese.
    pub name: String,
    /// Its code in the national catalogue, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// A procedure as it is being written: anything may still lack. Also the shape of the project's own catalogue files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Its code in the national catalogue.
    pub code: ProcedureCode,
    /// Its name, in Vietnamese.
    pub name: String,
    /// Its field (lĩnh vực).
    pub field: String,
    /// It was taken over without being verified at its source. It stays a draft until a person has checked it and
    /// taken this mark off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
    /// The decision that announced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Who may apply, as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applicants: Option<String>,
    /// The agencies whose counters receive it; for an interlinked one, the leads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received_by: Vec<AgencyCode>,
    /// The published processing time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<ProcessingTime>,
    /// The cases; a procedure without cases has one all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Case>,
    /// The components.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
    /// The channels with their fees.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Offer>,
    /// The papers it ends in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<ResultPaper>,
    /// The grounds of refusal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// What its field's own law says of guidance and supplements.
    #[serde(default, skip_serializing_if = "FieldLaw::is_silent")]
    pub field_law: FieldLaw,
    /// The simplification review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<SimplificationReview>,
    /// How it is worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<Process>,
}

impl Draft {
    /// Its own process and those of its cases.
    pub fn processes(&self) -> impl Iterator<Item = &Process> {
        self.process.iter().chain(self.cases.iter().filter_map(|case| case.process.as_ref()))
    }
}
