//! The desks a dossier lay on or lies on.

use crate::schema::step_turns;
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use dossier::State;
use kernel::{DossierId, UserId};
use routing::{Opened, Turn};
use std::collections::BTreeMap;

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
