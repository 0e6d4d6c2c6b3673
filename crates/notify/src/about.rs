//! From what became true to what is told.

mod told;
mod words;

pub use told::{occasions, warning};

use crate::occasion::Dossier;
use calendar::Appointment;
use kernel::{AgencyCode, ComponentCode, GroundCode, LegCode, StepCode};
use std::collections::BTreeMap;
use time::UtcOffset;

/// What an event doesn't say itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The dossier as texts name it.
    pub dossier: Dossier,
    /// The zone in which moments are told: that of the receiving agency's calendar.
    pub offset: UtcOffset,
    /// When the result is due now; none before acceptance. For warnings.
    pub appointment: Option<Appointment>,
    /// With whom the dossier lies now. For warnings.
    pub holders: Vec<deadline::Holder>,
    /// The proposal that was endorsed; none otherwise.
    pub proposal: Option<deadline::Proposed>,
    /// The consultation that was answered, or wasn't in time; none otherwise.
    pub consultation: Option<routing::Consulted>,
    /// What everything is called.
    pub names: Names,
}

/// What the codes of a dossier's procedure and of agencies are called. A code without a name is told as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Agencies.
    pub agencies: BTreeMap<AgencyCode, String>,
    /// Components.
    pub components: BTreeMap<ComponentCode, String>,
    /// Grounds of refusal.
    pub grounds: BTreeMap<GroundCode, String>,
    /// Legs.
    pub legs: BTreeMap<LegCode, String>,
    /// Steps.
    pub steps: BTreeMap<StepCode, String>,
}
