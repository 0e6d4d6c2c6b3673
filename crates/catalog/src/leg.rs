//! Legs: the parts of a process, each with the one agency that answers for it (2.d).

use calendar::ProcessingTime;
use kernel::{AgencyCode, ComponentCode, LegCode, Role, StepCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The part of a process that one agency answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    /// Its code, unique in the process.
    pub code: LegCode,
    /// What it is, in Vietnamese.
    pub name: String,
    /// The agency that answers for it; none: the receiving agency, which leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Responsible>,
    /// The legs that must be done before it starts; empty: it starts at acceptance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<LegCode>,
    /// When it is worked at all; none: always. A leg that isn't counts as done for those that wait for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Condition>,
    /// What the applicant must have paid before it starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// The result paper of its own that it ends in, where it is a member of a bundle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<LegPaper>,
    /// Its share of the published time.
    pub share: ProcessingTime,
    /// Its steps, in order; at least one.
    pub steps: Vec<Step>,
}

/// One officer's work inside a leg.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its code, unique in the process.
    pub code: StepCode,
    /// What is done, in Vietnamese.
    pub name: String,
    /// Who does it.
    pub role: Role,
    /// Its share of the leg's time.
    pub share: ProcessingTime,
}

/// The one agency that answers for a leg.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, expecting = "an agency's identifier, or one for each leading agency")]
pub enum Responsible {
    /// The same, whoever leads.
    One(AgencyCode),
    /// By the agency that leads: each ward's dossiers go to that ward's police.
    ByLead(BTreeMap<AgencyCode, AgencyCode>),
}

/// When a leg is worked at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// This component was handed in.
    Handed(ComponentCode),
    /// It wasn't.
    NotHanded(ComponentCode),
    /// Whoever completes a step before it says so.
    Decided {
        /// The step, in a leg that comes before.
        at: StepCode,
        /// What is to be decided, in Vietnamese.
        question: String,
    },
}

/// What the applicant must have paid before a leg starts. Waiting for nothing else stops the clock (domain: Counting
/// time).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// What for, in Vietnamese.
    pub purpose: String,
    /// The step at whose end the sum is told, in a leg that comes before; nothing to pay is told as 0.
    pub told_at: StepCode,
}

/// The result paper of one member of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegPaper {
    /// Its name, as among the procedure's results.
    pub name: String,
    /// Whether it is handed out as soon as it is there; otherwise it is kept until all are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub early: bool,
}

impl Leg {
    /// The agency that answers for it where `lead` received the dossier.
    pub fn agency_under<'a>(&'a self, lead: &'a AgencyCode) -> &'a AgencyCode {
        match &self.agency {
            None => lead,
            Some(Responsible::One(agency)) => agency,
            Some(Responsible::ByLead(by_lead)) => by_lead.get(lead).unwrap_or(lead),
        }
    }

    /// Every agency it names, whoever leads.
    pub fn agencies(&self) -> Vec<&AgencyCode> {
        match &self.agency {
            None => Vec::new(),
            Some(Responsible::One(agency)) => vec![agency],
            Some(Responsible::ByLead(by_lead)) => by_lead.values().collect(),
        }
    }

    /// Whether it names the one agency that answers for it where `lead` received the dossier.
    pub fn is_settled_under(&self, lead: &AgencyCode) -> bool {
        match &self.agency {
            None | Some(Responsible::One(_)) => true,
            Some(Responsible::ByLead(by_lead)) => by_lead.contains_key(lead),
        }
    }

    /// The step at whose end something about this leg is said, where there is one.
    pub(crate) fn steps_asked(&self) -> impl Iterator<Item = &StepCode> {
        let decided = self.only_if.iter().filter_map(|condition| match condition {
            Condition::Decided { at, .. } => Some(at),
            Condition::Handed(_) | Condition::NotHanded(_) => None,
        });
        decided.chain(self.payment.iter().map(|payment| &payment.told_at))
    }
}

impl Condition {
    /// The component it goes by, if it does.
    pub fn component(&self) -> Option<&ComponentCode> {
        match self {
            Condition::Handed(component) | Condition::NotHanded(component) => Some(component),
            Condition::Decided { .. } => None,
        }
    }
}
