//! The process control sheet: a row per hand-over.

use super::schemas;
use super::steps::name_of;
use catalog::Process;
use dossier::{Facts, State};
use kernel::{AgencyCode, Role};
use routing::{Charge, Opened, Turn};
use serde::Serialize;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// The control sheet of a dossier.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetOut {
    /// Its number.
    pub code: String,
    /// When it was accepted.
    #[serde(with = "time::serde::rfc3339")]
    pub accepted_at: OffsetDateTime,
    /// When the result is due.
    #[serde(with = "time::serde::rfc3339")]
    pub appointment: OffsetDateTime,
    /// The hand-overs, in order.
    pub rows: Vec<RowOut>,
    /// Whose the time was: what each step was given and took, what lies open counted until now.
    pub charges: Vec<ChargeOut>,
}

/// What a step was given and what it took, over all its turns.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChargeOut {
    /// The leg.
    pub(crate) leg: String,
    /// What was done.
    pub(crate) step: String,
    /// The agency it lay with.
    pub(crate) agency: String,
    /// The working minutes it was given.
    pub(crate) given_minutes: i64,
    /// The working minutes it took.
    pub(crate) used_minutes: i64,
    /// What it took beyond its share.
    pub(crate) late_minutes: i64,
}

/// One hand-over.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowOut {
    /// What was done.
    pub(crate) step: String,
    /// The agency that handed over.
    pub(crate) agency: String,
    /// The role that handed over.
    #[schema(schema_with = schemas::role)]
    pub(crate) role: Role,
    /// Who handed over.
    pub(crate) from: Option<Uuid>,
    /// Since when it had lain there.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) received_at: OffsetDateTime,
    /// When it was handed over.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) handed_over_at: OffsetDateTime,
    /// The working minutes it was given.
    pub(crate) given_minutes: i64,
    /// The working minutes it took.
    pub(crate) used_minutes: i64,
    /// `early` (in less than the time given), `on_time` or `late`.
    pub(crate) result: &'static str,
    /// `done`, `sent_back`, or `paused` where the clock was stopped.
    pub(crate) how: &'static str,
}

impl SheetOut {
    /// The sheet of an accepted dossier; none before acceptance.
    ///
    /// `agency`: only what lay on its desks, if one is given.
    pub fn of(state: &State, process: &Process, facts: &Facts, agency: Option<&AgencyCode>) -> Option<Self> {
        let is_seen = |of: &AgencyCode| agency.is_none_or(|agency| of == agency);
        let turns = state.routing.turns.iter().filter(|turn| is_seen(&turn.opened.agency));
        let charges = dossier::charges(state, facts).into_iter().filter(|charge| is_seen(&charge.agency));
        let offset = facts.calendar().data().utc_offset;
        let accepted = state.intake.accepted.as_ref()?;
        Some(Self {
            code: accepted.number.to_string(),
            accepted_at: accepted.at.to_offset(offset),
            appointment: state.deadline.clock.as_ref()?.appointment.at,
            rows: turns.map(|turn| row(turn, process, offset)).collect(),
            charges: charges.map(|charge| charged(&charge, process)).collect(),
        })
    }
}

fn charged(charge: &Charge, process: &Process) -> ChargeOut {
    ChargeOut {
        leg: charge.leg.to_string(),
        step: name_of(process, &charge.step),
        agency: charge.agency.to_string(),
        given_minutes: charge.given_minutes,
        used_minutes: charge.used_minutes,
        late_minutes: charge.late_minutes,
    }
}

fn row(turn: &Turn, process: &Process, offset: UtcOffset) -> RowOut {
    let opened: &Opened = &turn.opened;
    RowOut {
        step: name_of(process, &opened.step),
        agency: opened.agency.to_string(),
        role: opened.role,
        from: turn.by.map(|by| by.0),
        received_at: opened.at.to_offset(offset),
        handed_over_at: turn.at.to_offset(offset),
        given_minutes: opened.given_minutes,
        used_minutes: turn.used_minutes,
        result: match turn.used_minutes.cmp(&opened.given_minutes) {
            std::cmp::Ordering::Less => "early",
            std::cmp::Ordering::Equal => "on_time",
            std::cmp::Ordering::Greater => "late",
        },
        how: turn.ended.as_str(),
    }
}
