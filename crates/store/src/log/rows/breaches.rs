//! Appointments that were missed, and with whom the dossier lay.

use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::{breach_holders, breaches};
use crate::sql_types::{Id, Moment, kept};
use deadline::{Breached, Holder};
use diesel::prelude::*;
use dossier::State;
use kernel::DossierId;

/// A missed appointment.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = breaches)]
pub(crate) struct BreachRow {
    dossier_id: Id,
    appointment: Moment,
    at: Moment,
    second: bool,
}

/// With whom the dossier lay then; the time given and used is that of the turn.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = breach_holders, treat_none_as_default_value = false)]
pub(crate) struct HolderRow {
    dossier_id: Id,
    appointment: Moment,
    step: String,
    visit: i32,
    agency: String,
    officer: Option<Id>,
}

impl Derived for BreachRow {
    in_its_table!(breaches by appointment);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        state.deadline.breaches.iter().map(|breach| row(id, breach)).collect()
    }
}

fn row(id: DossierId, breach: &Breached) -> BreachRow {
    let (appointment, at) = (kept(breach.appointment), kept(breach.at));
    BreachRow { dossier_id: Id(id.0), appointment, at, second: breach.second }
}

impl Derived for HolderRow {
    in_its_table!(breach_holders by appointment, step);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        let breaches = state.deadline.breaches.iter();
        let holders = breaches.flat_map(|breach| breach.holders.iter().map(move |holder| (breach, holder)));
        holders.map(|(breach, holder)| holder_row(id, state, breach, holder)).collect()
    }
}

fn holder_row(id: DossierId, state: &State, breach: &Breached, holder: &Holder) -> HolderRow {
    HolderRow {
        dossier_id: Id(id.0),
        appointment: kept(breach.appointment),
        step: holder.step.to_string(),
        visit: visit(state, breach, holder),
        agency: holder.agency.to_string(),
        officer: holder.officer.map(|officer| Id(officer.0)),
    }
}

/// Which of the step's turns it was, counted from 1 as in `step_turns`: the one after those that had ended before the
/// breach was found.
fn visit(state: &State, breach: &Breached, holder: &Holder) -> i32 {
    let ended = state.routing.turns.iter().filter(|turn| turn.opened.step == holder.step);
    let before = ended.filter(|turn| turn.at < breach.at).count();
    i32::try_from(before).map_or(i32::MAX, |before| before + 1)
}
