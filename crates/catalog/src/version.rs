//! Procedures as they are published.

use crate::component::Component;
use crate::field_law::FieldLaw;
use crate::procedure::{Case, Draft, Ground};
use crate::process::Process;
use calendar::ProcessingTime;
use kernel::{AgencyCode, CaseCode, ComponentCode, GroundCode, ProcedureCode};
use serde::{Deserialize, Serialize};

/// A published version: complete, unchangeable. Made by [`crate::publish`] only; a dossier keeps the one it began
/// with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct Version {
    /// Which one of the procedure's versions, from 1.
    pub number: u32,
    /// The published time, as in the content.
    #[serde(skip_serializing)]
    pub(crate) time: ProcessingTime,
    /// How it is worked, as in the content.
    #[serde(skip_serializing)]
    pub(crate) process: Process,
    /// Everything as it was in the draft, with at least one case.
    pub(crate) content: Draft,
}

/// A version as it is stored, not yet known to be complete.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    number: u32,
    content: Draft,
}

impl TryFrom<Stored> for Version {
    type Error = &'static str;

    fn try_from(Stored { number, content }: Stored) -> Result<Self, Self::Error> {
        let time = content.time.ok_or("a version has a processing time")?;
        let process = content.process.clone().ok_or("a version has a process")?;
        Ok(Self { number, time, process, content })
    }
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

    /// The published time, of every case that has none of its own.
    pub fn time(&self) -> ProcessingTime {
        self.time
    }

    /// The process, of every case that has none of its own.
    pub fn process(&self) -> &Process {
        &self.process
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
        self.content.components.iter().find(|component| component.code == *code && component.belongs_to(case))
    }

    /// The components a case asks for.
    pub fn components_of<'a>(&'a self, case: &'a CaseCode) -> impl Iterator<Item = &'a Component> {
        self.content.components.iter().filter(|component| component.belongs_to(case))
    }

    /// The ground of refusal with this code.
    pub fn ground(&self, code: &GroundCode) -> Option<&Ground> {
        self.content.grounds.iter().find(|ground| ground.code == *code)
    }

    /// What its field's own law says of guidance and supplements.
    pub fn field_law(&self) -> &FieldLaw {
        &self.content.field_law
    }

    /// Whether `agency`'s counter receives it.
    pub fn is_received_by(&self, agency: &AgencyCode) -> bool {
        self.content.received_by.contains(agency)
    }
}
