//! The query rows of a dossier: a function of its state, and of nothing else.

use crate::schema::{dossier_agencies, dossiers, step_turns};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use dossier::State;
use kernel::{DossierId, UserId};
use routing::{Opened, Turn};
use std::collections::{BTreeMap, BTreeSet};

/// A dossier as lists and searches see it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = dossiers, treat_none_as_default_value = false, treat_none_as_null = true)]
pub(crate) struct DossierRow {
    pub(crate) id: Id,
    pub(crate) seq: i64,
    pub(crate) head_hash: Vec<u8>,
    pub(crate) code: Option<String>,
    pub(crate) stage: String,
    pub(crate) agency: String,
    pub(crate) procedure: String,
    pub(crate) procedure_version: i32,
    pub(crate) case_code: String,
    pub(crate) channel: String,
    pub(crate) applicant: Id,
    pub(crate) faults: i32,
    pub(crate) submitted_at: Moment,
    pub(crate) accepted_at: Option<Moment>,
    pub(crate) first_appointment: Option<Moment>,
    pub(crate) appointment: Option<Moment>,
    pub(crate) overdue_after: Option<Moment>,
    pub(crate) provisional: bool,
    pub(crate) refusal_ground: Option<String>,
    pub(crate) result: Option<String>,
    pub(crate) finished_at: Option<Moment>,
    pub(crate) returned_at: Option<Moment>,
    pub(crate) rating: Option<i32>,
}

/// One stay on one desk, as lists and reports see it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = step_turns, treat_none_as_default_value = false, treat_none_as_null = true)]
#[diesel(primary_key(dossier_id, step, visit))]
pub(crate) struct TurnRow {
    pub(crate) dossier_id: Id,
    pub(crate) step: String,
    pub(crate) visit: i32,
    pub(crate) leg: String,
    pub(crate) agency: String,
    pub(crate) role: String,
    pub(crate) officer: Option<Id>,
    pub(crate) given_minutes: i64,
    pub(crate) opened_at: Moment,
    pub(crate) due: Moment,
    pub(crate) ended_at: Option<Moment>,
    pub(crate) used_minutes: Option<i64>,
    pub(crate) ended: Option<String>,
    pub(crate) ended_by: Option<Id>,
}

/// An agency that may see the dossier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Queryable, Selectable, Insertable)]
#[diesel(table_name = dossier_agencies)]
pub(crate) struct AgencyRow {
    pub(crate) agency: String,
    pub(crate) dossier_id: Id,
}

/// The dossier's row; none before anything was submitted.
pub(crate) fn dossier_row(id: DossierId, state: &State, head_hash: &[u8]) -> Option<DossierRow> {
    let submitted = state.intake.submitted.as_ref()?;
    let accepted = state.intake.accepted.as_ref();
    let clock = state.deadline.clock.as_ref();
    let recorded = state.result.recorded.as_ref();
    Some(DossierRow {
        id: Id(id.0),
        seq: state.version,
        head_hash: head_hash.to_vec(),
        code: accepted.map(|accepted| accepted.number.to_string()),
        stage: state.stage()?.as_str().to_owned(),
        agency: submitted.agency.to_string(),
        procedure: submitted.procedure.to_string(),
        procedure_version: i32::try_from(submitted.version).unwrap_or(i32::MAX),
        case_code: submitted.case.to_string(),
        channel: submitted.channel.as_str().to_owned(),
        applicant: Id(state.intake.applicant.unwrap_or(submitted.applicant).0),
        faults: faults(&state.intake),
        submitted_at: kept(submitted.at),
        accepted_at: accepted.map(|accepted| kept(accepted.at)),
        first_appointment: clock.map(|clock| kept(clock.first.at)),
        appointment: clock.map(|clock| kept(clock.appointment.at)),
        overdue_after: clock.map(|clock| kept(clock.appointment.missed_after())),
        provisional: clock.is_some_and(|clock| clock.appointment.provisional),
        refusal_ground: state.intake.refused_on.as_ref().map(ToString::to_string),
        result: recorded.map(|recorded| recorded.result.as_str().to_owned()),
        finished_at: recorded.map(|recorded| kept(recorded.at)),
        returned_at: state.result.returned.as_ref().map(|returned| kept(returned.at)),
        rating: state.result.rated.map(|score| i32::from(u8::from(score))),
    })
}

/// How much kept, or keeps, the submission from being accepted. What a supplement asks for later doesn't count.
fn faults(intake: &intake::State) -> i32 {
    let count = if intake.requested.is_empty() { intake.lacking().len() } else { intake.faults.len() };
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The rows of every agency that may see the dossier: the one that received it, and those on whose desks it lies or
/// lay.
pub(crate) fn agency_rows(id: DossierId, state: &State) -> BTreeSet<AgencyRow> {
    let received = state.intake.submitted.iter().map(|submitted| &submitted.agency);
    let ended = state.routing.turns.iter().map(|turn| &turn.opened.agency);
    let open = state.routing.open.iter().map(|open| &open.opened.agency);
    let agencies = received.chain(ended).chain(open);
    agencies.map(|agency| AgencyRow { agency: agency.to_string(), dossier_id: Id(id.0) }).collect()
}

/// The rows of every desk the dossier lay on or lies on; each step's visits counted from 1.
pub(crate) fn turn_rows(id: DossierId, state: &State) -> Vec<TurnRow> {
    let mut visits = BTreeMap::new();
    let mut visit = |opened: &Opened| {
        let count = visits.entry(opened.step.clone()).or_insert(0);
        *count += 1;
        *count
    };
    let ended = state.routing.turns.iter().map(|turn| (&turn.opened, None, Some(turn)));
    let open = state.routing.open.iter().map(|open| (&open.opened, open.officer, None));
    let desks = ended.chain(open);
    desks.map(|(opened, officer, turn)| turn_row(id, opened, visit(opened), officer, turn)).collect()
}

fn turn_row(
    id: DossierId,
    opened: &Opened,
    visit: i32,
    officer: Option<UserId>,
    turn: Option<&Turn>,
) -> TurnRow {
    TurnRow {
        dossier_id: Id(id.0),
        step: opened.step.to_string(),
        visit,
        leg: opened.leg.to_string(),
        agency: opened.agency.to_string(),
        role: opened.role.as_str().to_owned(),
        officer: officer.map(|officer| Id(officer.0)),
        given_minutes: opened.given_minutes,
        opened_at: kept(opened.at),
        due: kept(opened.due),
        ended_at: turn.map(|turn| kept(turn.at)),
        used_minutes: turn.map(|turn| turn.used_minutes),
        ended: turn.map(|turn| turn.ended.as_str().to_owned()),
        ended_by: turn.and_then(|turn| turn.by).map(|by| Id(by.0)),
    }
}
