//! Steps: where a dossier lies, and where it has been.

use super::schemas;
use catalog::{Process, Step};
use dossier::State;
use kernel::{AgencyCode, Role, StepCode};
use routing::{Opened, Turn};
use serde::Serialize;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// One stay on one desk.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepOut {
    /// The leg.
    pub(crate) leg: String,
    /// The step.
    pub(crate) step: String,
    /// What is done there.
    pub(crate) name: String,
    /// The agency it lies (or lay) with.
    pub(crate) agency: String,
    /// The role it lies (or lay) with.
    #[schema(schema_with = schemas::role)]
    pub(crate) role: Role,
    /// Who has it, or did it.
    pub(crate) officer: Option<Uuid>,
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) opened_at: OffsetDateTime,
    /// When the time it was given is used up.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) due: OffsetDateTime,
    /// The working minutes it was given.
    pub(crate) given_minutes: i64,
    /// Until when; none while it lies open.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) ended_at: Option<OffsetDateTime>,
    /// The working minutes it took; none while it lies open.
    pub(crate) used_minutes: Option<i64>,
    /// How it ended: `done`, `sent_back` or `paused`; none while it lies open.
    pub(crate) ended: Option<&'static str>,
}

/// Every stay so far, the open ones last; of one agency's desks, if one is given.
pub fn steps(
    state: &State,
    process: &Process,
    agency: Option<&AgencyCode>,
    offset: UtcOffset,
) -> Vec<StepOut> {
    let is_seen = |opened: &Opened| agency.is_none_or(|agency| opened.agency == *agency);
    let ended = state
        .routing
        .turns
        .iter()
        .filter(|turn| is_seen(&turn.opened))
        .map(|turn| step(&turn.opened, turn.by.map(|by| by.0), Some(turn), process, offset));
    let open = state.routing.open.iter().filter(|open| is_seen(&open.opened));
    let open =
        open.map(|open| step(&open.opened, open.officer.map(|officer| officer.0), None, process, offset));
    ended.chain(open).collect()
}

/// What a step is called.
pub fn name_of(process: &Process, code: &StepCode) -> String {
    let mut steps = process.legs.iter().flat_map(|leg| &leg.steps);
    steps.find(|step: &&Step| step.code == *code).map_or_else(|| code.to_string(), |step| step.name.clone())
}

fn step(
    opened: &Opened,
    officer: Option<Uuid>,
    turn: Option<&Turn>,
    process: &Process,
    offset: UtcOffset,
) -> StepOut {
    StepOut {
        leg: opened.leg.to_string(),
        step: opened.step.to_string(),
        name: name_of(process, &opened.step),
        agency: opened.agency.to_string(),
        role: opened.role,
        officer,
        opened_at: opened.at.to_offset(offset),
        due: opened.due.to_offset(offset),
        given_minutes: opened.given_minutes,
        ended_at: turn.map(|turn| turn.at.to_offset(offset)),
        used_minutes: turn.map(|turn| turn.used_minutes),
        ended: turn.map(|turn| turn.ended.as_str()),
    }
}
