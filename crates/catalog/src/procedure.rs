//! Procedures: a draft as it is being written, a version as it is published.

use crate::channel::Offer;
use crate::component::Component;
use crate::process::Process;
use crate::review::SimplificationReview;
use calendar::ProcessingTime;
use kernel::{AgencyCode, CaseCode, ComponentCode, GroundCode, ProcedureCode};
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
    /// The simplification review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<SimplificationReview>,
    /// How it is worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<Process>,
}

/// A published version: complete, unchangeable. Made by [`crate::publish`] only; a dossier keeps the one it began
/// with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Which one of the procedure's versions, from 1.
    pub number: u32,
    /// The published time.
    pub(crate) time: ProcessingTime,
    /// How it is worked.
    pub(crate) process: Process,
    /// All the rest, as it was in the draft.
    pub(crate) content: Draft,
}

impl Version {
    /// The procedure's code.
    pub fn code(&self) -> &ProcedureCode {
        &self.content.code
    }

    /// The procedure's name, in Vietnamese.
    pub fn name(&self) -> &str {
        &self.content.name
    }

    /// The procedure's field.
    pub fn field(&self) -> &str {
        &self.content.field
    }

    /// The content as published, for showing it.
    pub fn content(&self) -> &Draft {
        &self.content
    }

    /// The case with this code.
    pub fn case(&self, code: &CaseCode) -> Option<&Case> {
        self.content.cases.iter().find(|case| case.code == *code)
    }

    /// The processing time of a case.
    pub fn time_of(&self, case: &CaseCode) -> ProcessingTime {
        self.case(case).and_then(|case| case.time).unwrap_or(self.time)
    }

    /// The process of a case.
    pub fn process_of(&self, case: &CaseCode) -> &Process {
        self.case(case).and_then(|case| case.process.as_ref()).unwrap_or(&self.process)
    }

    /// The component with this code, if `case` asks for it.
    pub fn component_of(&self, case: &CaseCode, code: &ComponentCode) -> Option<&Component> {
        let mut asked_for = self.content.components.iter().filter(|component| component.belongs_to(case));
        asked_for.find(|component| component.code == *code)
    }

    /// The components a case asks for.
    pub fn components_of<'a>(&'a self, case: &'a CaseCode) -> impl Iterator<Item = &'a Component> {
        self.content.components.iter().filter(|component| component.belongs_to(case))
    }

    /// The ground of refusal with this code.
    pub fn ground(&self, code: &GroundCode) -> Option<&Ground> {
        self.content.grounds.iter().find(|ground| ground.code == *code)
    }

    /// Whether `agency`'s counter receives it.
    pub fn is_received_by(&self, agency: &AgencyCode) -> bool {
        self.content.received_by.contains(agency)
    }
}
