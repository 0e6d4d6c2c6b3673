//! What became true on the way through the desks.

use kernel::{AgencyCode, LegCode, Role, StepCode, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// An event of routing. Stored for ever: a field is never renamed, a new one is optional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// Processing began: the first steps lie open.
    Started(Started),
    /// A step was completed.
    StepDone(StepDone),
    /// A step was sent back.
    StepSentBack(SentBack),
    /// A step was given to an officer.
    StepAssigned(Assigned),
    /// The clock stands: nothing lies open.
    Paused(Paused),
    /// It runs again.
    Resumed(Resumed),
    /// A coordinating agency has received its leg.
    LegReceived(LegReceived),
    /// The applicant has paid what a leg waited for.
    LegPaid(LegPaid),
    /// Another agency was asked for its opinion.
    Consulted(Consulted),
    /// It answered.
    ConsultationAnswered(Answered),
    /// It didn't, in time.
    ConsultationUnanswered(Unanswered),
}

/// Processing began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Started {
    /// The steps that lie open from now on.
    pub opened: Vec<Opened>,
    /// The legs that aren't worked, as their condition isn't met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<LegCode>,
    /// Of each leg that goes by what was handed in, whether it is worked.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decided: BTreeMap<LegCode, bool>,
}

/// A step that lies open from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The leg.
    pub leg: LegCode,
    /// The step.
    pub step: StepCode,
    /// The agency it lies with.
    pub agency: AgencyCode,
    /// The role it lies with.
    pub role: Role,
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The working time it is given, in minutes of that agency's calendar.
    pub given_minutes: i64,
    /// When that is used up, to the minute.
    #[serde(with = "time::serde::rfc3339")]
    pub due: OffsetDateTime,
}

/// What an officer proposes at the end of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// To grant.
    Grant,
    /// To deny.
    Deny,
}

/// A step was completed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDone {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The step.
    pub step: StepCode,
    /// Who did it: the time it took is theirs.
    pub by: UserId,
    /// The working time it took, in minutes of its agency's calendar.
    pub used_minutes: i64,
    /// What was noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What is proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The steps that lie open from now on; none after the last.
    pub opened: Vec<Opened>,
    /// The legs that aren't worked, as their condition isn't met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<LegCode>,
    /// The leg that starts once the applicant has paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaiting: Option<LegCode>,
    /// What was decided at the end of this step: of each leg whether it is worked.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decided: BTreeMap<LegCode, bool>,
    /// What the applicant is to pay, in đồng, where the sum is told at the end of this step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<u64>,
}

/// A step was sent back: to an earlier one of its leg, or by a coordinating agency to the lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentBack {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The step.
    pub step: StepCode,
    /// Who sent it back.
    pub by: UserId,
    /// The working time it took, in minutes of its agency's calendar.
    pub used_minutes: i64,
    /// Why.
    pub reason: String,
    /// The earlier step, open again with what is left of its time.
    pub opened: Opened,
}

/// A step was given to an officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The step.
    pub step: StepCode,
    /// Who gave it.
    pub by: UserId,
    /// Who has it from now on.
    pub officer: UserId,
}

/// The clock stands: the open steps rest, and their time with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paused {
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The steps that lay open, with what they took so far.
    pub steps: Vec<Rested>,
}

/// A step that rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rested {
    /// The step.
    pub step: StepCode,
    /// The working time since it opened, in minutes of its agency's calendar.
    pub used_minutes: i64,
}

/// The clock runs again: the steps that rested lie open, each with whom it was given to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumed {
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Whether every share begins afresh.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub afresh: bool,
    /// The steps that lie open from now on.
    pub opened: Vec<Opened>,
}

/// A coordinating agency has received its leg (NĐ 118/2025 Đ20.2): by a receipt of its own, or by the first thing done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegReceived {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The leg.
    pub leg: LegCode,
    /// Who received it there.
    pub by: UserId,
}

/// The applicant has paid what a leg waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegPaid {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The leg.
    pub leg: LegCode,
    /// The steps that lie open from now on: none where the leg waits for others too, or the clock stands.
    pub opened: Vec<Opened>,
}

/// Another agency was asked for its opinion (NĐ 118/2025 Đ19.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consulted {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Its number in the dossier, from 1.
    pub number: u32,
    /// The step it was asked from.
    pub step: StepCode,
    /// Who asked.
    pub by: UserId,
    /// The agency that asked.
    pub asking: AgencyCode,
    /// The agency that is asked.
    pub asked: AgencyCode,
    /// What about.
    pub question: String,
    /// By when it is to answer.
    #[serde(with = "time::serde::rfc3339")]
    pub due: OffsetDateTime,
}

/// A consultation was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Which.
    pub number: u32,
    /// Who answered.
    pub by: UserId,
    /// The answer.
    pub reply: String,
}

/// A consultation wasn't answered in time; whoever asked goes on without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unanswered {
    /// When it was found.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Which.
    pub number: u32,
}
