//! Bodies of the acts after submission, and the short answer to them.

use super::payment::told_if_any;
use super::schemas;
use crate::http::object::{each_once, object, object_if_any};
use crate::http::{Line, Prose};
use catalog::Channel;
use dossier::State;
use kernel::{FileId, GroundCode, LegCode, StepCode};
use result::{Kind, Paper, Score};
use routing::{Completion, Outcome};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use time::Date;
use utoipa::ToSchema;
use uuid::Uuid;

time::serde::format_description!(iso_day, Date, "[year]-[month]-[day]");

/// A refusal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusalIn {
    /// One of the procedure's grounds.
    #[schema(value_type = String)]
    pub ground: GroundCode,
    /// The explanation in writing.
    pub explanation: Prose<4000>,
}

impl From<RefusalIn> for intake::Command {
    fn from(refusal: RefusalIn) -> Self {
        intake::Command::Refuse { ground: refusal.ground, explanation: refusal.explanation.into_string() }
    }
}

/// A withdrawal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalIn {
    /// Why.
    pub reason: Prose<4000>,
}

impl From<WithdrawalIn> for intake::Command {
    fn from(withdrawal: WithdrawalIn) -> Self {
        intake::Command::Withdraw { reason: withdrawal.reason.into_string() }
    }
}

/// A step completed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepDoneIn {
    /// A note for who comes next.
    #[serde(default)]
    pub note: Prose<4000>,
    /// What is proposed.
    #[schema(schema_with = schemas::outcome_if_any)]
    pub outcome: Option<Outcome>,
    /// Of each leg that is decided on at this step whether it is worked; what is asked stands in `may`.
    #[serde(default, deserialize_with = "each_once")]
    #[schema(value_type = std::collections::BTreeMap<String, bool>)]
    pub decided: BTreeMap<LegCode, bool>,
    /// What the applicant is to pay, in đồng, where the sum is told at this step; 0: nothing.
    #[serde(default, deserialize_with = "told_if_any")]
    #[schema(maximum = 1_000_000_000_000_u64)]
    pub payment: Option<u64>,
}

impl StepDoneIn {
    /// What is said with the completion of `step`.
    pub fn of(self, step: StepCode) -> Completion {
        let Self { note, outcome, decided, payment } = self;
        Completion { step, note: note.into_string(), outcome, decided, payment }
    }
}

/// A step sent back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendBackIn {
    /// The earlier step.
    #[schema(value_type = String)]
    pub to: StepCode,
    /// Why.
    pub reason: Prose<4000>,
}

/// A step given to somebody.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentIn {
    /// The account's id.
    pub officer: Uuid,
}

/// A result.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultIn {
    /// Which way.
    #[schema(schema_with = schemas::result_kind)]
    pub kind: Kind,
    /// The paper; it may be left out where the members of a bundle have theirs.
    #[serde(default, deserialize_with = "object_if_any")]
    pub paper: Option<PaperIn>,
    /// The reasons of a denial.
    #[serde(default)]
    pub reasons: Prose<4000>,
}

impl From<ResultIn> for result::Command {
    fn from(body: ResultIn) -> Self {
        let paper = body.paper.map(Into::into);
        result::Command::Record { result: body.kind, paper, reasons: body.reasons.into_string() }
    }
}

/// The paper of its own that a leg of a bundle ends in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LegPaperIn {
    /// Which way.
    #[schema(schema_with = schemas::result_kind)]
    pub kind: Kind,
    /// The paper.
    #[serde(deserialize_with = "object")]
    pub paper: PaperIn,
    /// The reasons of a denial.
    #[serde(default)]
    pub reasons: Prose<4000>,
}

/// The paper a result stands on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperIn {
    /// Its number and sign.
    pub number: Line<100>,
    /// The day it bears, from 2000 to 2100.
    #[serde(deserialize_with = "day_of_a_paper")]
    pub date: Date,
    /// Its title.
    pub title: Line<500>,
    /// The paper itself, or its scan: one of the dossier's own files, by its id.
    #[schema(value_type = Option<Uuid>)]
    pub file: Option<FileId>,
}

fn day_of_a_paper<'de, D: Deserializer<'de>>(input: D) -> Result<Date, D::Error> {
    let day = iso_day::deserialize(input)?;
    let sound = (2000..=2100).contains(&day.year());
    if sound { Ok(day) } else { Err(D::Error::custom("out of range: from 2000 to 2100")) }
}

impl From<PaperIn> for Paper {
    fn from(paper: PaperIn) -> Self {
        let (number, title) = (paper.number.into_string(), paper.title.into_string());
        Paper { number, date: paper.date, title, file: paper.file }
    }
}

/// A hand-over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnIn {
    /// The name of who gets the result.
    pub to: Line<200>,
    /// The number of the identity paper shown.
    pub identity: Line<32>,
    /// How.
    #[schema(schema_with = schemas::channel)]
    pub channel: Channel,
}

/// A rating.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatingIn {
    /// 1 (very dissatisfied) to 5 (very satisfied).
    #[schema(value_type = u8, minimum = 1, maximum = 5)]
    pub score: Score,
    /// In words.
    #[serde(default)]
    pub comment: Prose<2000>,
}

impl From<RatingIn> for result::Command {
    fn from(rating: RatingIn) -> Self {
        result::Command::Rate { score: rating.score, comment: rating.comment.into_string() }
    }
}

/// Where a dossier stands after an act.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingOut {
    /// The dossier's id.
    pub id: Uuid,
    /// Its number, once accepted.
    pub code: Option<String>,
    /// Its stage.
    #[schema(schema_with = schemas::stage)]
    pub stage: &'static str,
    /// Its version: how many events it has had.
    pub version: i64,
}

impl StandingOut {
    /// Where it stands.
    pub fn of(id: kernel::DossierId, state: &State) -> Self {
        Self {
            id: id.0,
            code: state.intake.accepted.as_ref().map(|accepted| accepted.number.to_string()),
            stage: state.stage().map_or("submitted", dossier::Stage::as_str),
            version: state.version,
        }
    }
}
