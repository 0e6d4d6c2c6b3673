//! The proposal that waits for the head.

use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::proposals;
use crate::sql_types::{Id, Moment, kept};
use deadline::window::asked_before;
use diesel::prelude::*;
use dossier::State;
use kernel::DossierId;

/// A proposal that waits, of a dossier in work.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = proposals, treat_none_as_default_value = false)]
pub(crate) struct ProposalRow {
    dossier_id: Id,
    agency: String,
    proposed_by: Id,
    proposed_at: Moment,
    from_at: Moment,
    to_at: Moment,
    asked_before: Moment,
    held_up_by: Option<String>,
    endorsed_by: Option<Id>,
}

impl Derived for ProposalRow {
    in_its_table!(proposals by);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        waiting(id, state).into_iter().collect()
    }
}

/// It may be approved before the day of the present appointment begins, which a new calendar may have moved since.
fn waiting(id: DossierId, state: &State) -> Option<ProposalRow> {
    let in_work = state.stage()?.is_in_work();
    let proposed = state.deadline.proposal.as_ref().filter(|_| in_work)?;
    Some(ProposalRow {
        dossier_id: Id(id.0),
        agency: state.intake.submitted.as_ref()?.agency.to_string(),
        proposed_by: Id(proposed.by.0),
        proposed_at: kept(proposed.at),
        from_at: kept(proposed.from),
        to_at: kept(proposed.to.at),
        asked_before: kept(asked_before(state.deadline.clock.as_ref()?.appointment.at)),
        held_up_by: proposed.agency.as_ref().map(ToString::to_string),
        endorsed_by: state.deadline.endorsed.as_ref().map(|endorsed| Id(endorsed.by.0)),
    })
}
